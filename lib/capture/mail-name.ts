// Whose address is it? By the part before the `@`: a person's name, or a role that many have.
import { nameWords } from '../identity/names';

/** What stands before the `@` of addresses that have no one owner. */
const roles = new Set(
  (
    'info informacion informatie infos contact contacto contatti contatto contato kontakt hello hallo hola hi ciao ' +
    'office mail email post press presse prensa stampa imprensa media medien news newsroom newsdesk redaktion redaccion ' +
    'redazione redaction editor editors editorial letters tips sales ventas verkauf vertrieb vendite vendas ventes ' +
    'order orders pedidos bestellung ordini shop store tienda support soporte help helpdesk hilfe service services ' +
    'servicio kundenservice customer customers care billing invoice invoices rechnung account accounts accounting ' +
    'buchhaltung finance admin administration administracion administrator verwaltung sekretariat secretariat ' +
    'secretaria segreteria secretary reception empfang recepcion kanzlei praxis job jobs career careers karriere ' +
    'bewerbung empleo talent hr rrhh personal recruiting recruitment lavoro marketing pr comms communication ' +
    'communications comunicacion kommunikation partner partners partnership partnerships event events eventos ' +
    'veranstaltung booking bookings reserva reservas reservation reservations reservierung prenotazioni ticket tickets ' +
    'team equipo crew staff all everyone webmaster web website hostmaster postmaster abuse security legal privacy ' +
    'privacidad datenschutz dpo gdpr dsb rgpd noreply no-reply donotreply donot-reply do-notreply do-not-reply ' +
    'newsletter subscribe unsubscribe list mailer-daemon feedback enquiries inquiries enquiry inquiry general gerencia ' +
    'direccion direktion board vorstand member members membership mitglieder volunteer volunteers donate donation ' +
    'donations spenden studio cafe hotel restaurant bureau buero gare amministrazione commerciale acquisti compras ' +
    'einkauf purchasing procurement logistics warehouse lager it tech webshop market business kefu tougao zhaopin ' +
    'tahrir saiyo toiawase koho eigyo soumu submission submissions speaker speakers conference programm programme orga ' +
    'organizer organizers organiser organisers helloworld hello-world welcome community forum moderator moderators mod ' +
    'mods ask query queries export international workshop ordersdesk orders-desk frontdesk front-desk concierge library ' +
    'museum gallery university dekanat dean faculty department dept sek ag lab labor'
  ).split(' '),
);
/** What may follow: which office, which language (two letters), which number. */
const places = new Set(
  'team desk office dept spain germany france italia global intl madrid berlin london paris world online web group int'.split(
    ' ',
  ),
);

function isRole(local: string): boolean {
  if (roles.has(local)) return true;
  for (let end = Math.max(2, local.length - 7); end < local.length; end++) {
    const rest = local.slice(end);
    const isPlace = /^(?:[a-z]{2}|\d{1,4})$/.test(rest) || places.has(rest);
    if (isPlace && roles.has(local.slice(0, end).replace(/[._+-]$/, ''))) return true;
  }
  return false;
}

/** True for addresses of a role (info@, press@, noreply@), which belong to nobody in particular. */
export const isSharedMail = (address: string): boolean =>
  isRole(address.slice(0, address.lastIndexOf('@')).toLowerCase());

/** Letters of a name as addresses write them: without accents, `ö` as `o` or `oe`. */
const spelled = (word: string, deep: boolean): string =>
  (deep ? word.replace(/ae|oe|ue/g, two => two[0] ?? '') : word)
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'a')
    .replace(/œ/g, 'o');

/** Whether the address is written like the name: `m.ruiz@`, `marta@`, `ruizm@` for Marta Ruiz. */
export function mailFitsName(address: string, name: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  const words = nameWords(name).map(word => spelled(word, true));
  const parts = nameWords(local).map(part => spelled(part, true).replace(/\d+$/, ''));
  if (words.length === 0 || parts.length === 0) return false;
  const long = words.filter(word => word.length >= 2);
  if (parts.some(part => part.length >= 3 && long.some(word => word === part))) return true;
  const joined = parts.join('');
  return (
    long.some(word => word.length >= 4 && joined.includes(word)) ||
    (joined.length >= 2 &&
      joined.length <= 4 &&
      words.length >= 2 &&
      words.map(word => word[0]).join('') === joined)
  );
}
