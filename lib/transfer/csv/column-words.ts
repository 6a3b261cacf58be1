// The words that head columns, in the languages of those who write tables, and what they mean.
import type { ColumnTarget } from './mapping';

/** Folded words and phrases of each target, separated by `|`; `email` stands for every spelling of it. */
const words: Partial<Record<ColumnTarget, string>> = {
  name:
    'name|full name|display name|contact name|contact|person|customer|customer name|client|client name|file as|speichern unter|' +
    'vollstandiger name|kontakt|ansprechpartner|kunde|kundenname|nombre completo|nombre y apellidos|nombre|contacto|cliente|' +
    'nom complet|nom et prenom|nom|nom du contact|nome completo|nome e cognome|nome|contatto|contato|volledige naam|naam|' +
    'contactpersoon|klant|imie i nazwisko|navn|namn|nimi|nev|jmeno a prijmeni|имя и фамилия|фио|名前|氏名|お名前|姓名|이름|성명',
  firstName:
    'first name|first|given name|forename|christian name|fname|vorname|nombre de pila|primer nombre|prenom|nome proprio|' +
    'primeiro nome|nome de batismo|primo nome|voornaam|imie|fornavn|fornamn|etunimi|keresztnev|utonev|jmeno|имя|名',
  middleName:
    'middle name|middle|additional name|middle initial|weitere vornamen|zweiter vorname|segundo nombre|deuxieme prenom|' +
    'autre prenom|segundo nome|nome do meio|secondo nome|tweede naam|tussenvoegsel|отчество',
  lastName:
    'last name|last|family name|surname|lname|nachname|familienname|zuname|apellidos|apellido|primer apellido|nom de famille|' +
    'sobrenome|apelido|ultimo nome|cognome|achternaam|familienaam|nazwisko|etternavn|efternavn|efternamn|sukunimi|vezeteknev|' +
    'csaladnev|prijmeni|фамилия|姓|성',
  prefix:
    'prefix|name prefix|salutation|honorific|anrede|titel und anrede|tratamiento|civilite|tratamento|trattamento|aanhef|appellativo',
  suffix: 'suffix|name suffix|namenszusatz|sufijo|suffixe|sufixo|suffisso|achtervoegsel',
  callName:
    'nickname|nick|call name|goes by|preferred name|spitzname|rufname|apodo|alias|surnom|apelido carinhoso|alcunha|soprannome|' +
    'bijnaam|roepnaam',
  company:
    'company|company name|organization|organisation|organization name|organisation name|account name|employer|business name|' +
    'associated company|current company|firma|firmenname|unternehmen|arbeitgeber|empresa|compania|organizacion|nombre de la empresa|' +
    'societe|entreprise|nom de l entreprise|raison sociale|organizacao|nome da empresa|azienda|societa|ditta|organizzazione|bedrijf|' +
    'bedrijfsnaam|organisatie|firmy|foretag|virksomhed|yritys|ceg|компания|организация|会社|会社名|公司|회사',
  title:
    'title|job title|job|position|role|occupation|organization title|jobtitel|berufsbezeichnung|funktion|stelle|rolle|puesto|cargo|' +
    'titulo|posicion|titre|poste|fonction|intitule du poste|emploi|funcao|cargo na empresa|qualifica|posizione|ruolo|mansione|functie|' +
    'functietitel|rol|stanowisko|stilling|должность|役職|职位|직함',
  email:
    'email|email address|mail|mail address|email addresses|additional email addresses|mailadresse|email adresse|emailadresse|' +
    'correo|correo electronico|direccion de correo electronico|direccion de correo|email direccion|courriel|adresse email|' +
    'adresse electronique|adresse de messagerie|adresse mail|endereco de email|correio eletronico|indirizzo email|posta elettronica|' +
    'indirizzo di posta elettronica|emailadres|mailadres|epost|epostadress|sahkoposti|adres email|электронная почта|почта|' +
    'メールアドレス|メール|邮箱|电子邮件|이메일',
  phone:
    'phone|phone number|telephone|telephone number|tel|mobile|mobile phone|mobile number|cell|cell phone|whatsapp|' +
    'whats app|primary phone|mobile phone number|car phone|radio phone|telefon|telefonnummer|rufnummer|' +
    'mobiltelefon|mobilnummer|mobil|handy|handynummer|haupttelefon|autotelefon|telefono|' +
    'numero de telefono|movil|telefono movil|celular|telephone portable|numero de telephone|portable|tel mobile|' +
    'telephone principal|telefone|numero de telefone|telemovel|numero di telefono|cellulare|telefono cellulare|' +
    'telefoonnummer|telefoon|mobiel|mobiele telefoon|gsm|telefonni cislo|puhelin|телефон|電話|電話番号|携帯|电话|手机|전화|전화번호',
  link:
    'website|web site|web|web page|webpage|url|homepage|home page|website url|personal web page|link|profile|profile url|webseite|' +
    'internetseite|pagina web|sitio web|page web|site web|site|pagina da web|sito web|sito|website adres|webpagina|сайт|ホームページ|网站',
  linkedin:
    'linkedin|linkedin url|linkedin profile|linkedin profile url|linkedin bio|linked in|profil linkedin|perfil de linkedin',
  x: 'twitter|x|twitter handle|twitter username|twitter url|x handle|x twitter|twitter x',
  github: 'github|github url|github username|github profile',
  youtube: 'youtube|youtube channel|youtube url',
  reddit: 'reddit|reddit username|reddit user',
  bluesky: 'bluesky|bluesky handle|bsky',
  instagram: 'instagram|instagram handle|instagram username|instagram url|insta',
  mastodon: 'mastodon|mastodon handle|fediverse',
  tags:
    'tags|tag|labels|label|groups|group|group membership|categories|category|kategorien|kategorie|gruppen|gruppe|schlagworter|' +
    'schlagworte|stichworter|etiquetas|etiqueta|categorias|categoria|grupos|etiquettes|categories contact|groupes|mots cles|marcadores|' +
    'etichette|categorie|gruppi|labels en tags|groepen|categorieen',
  notes:
    'notes|note|comments|comment|remarks|description|memo|notizen|notiz|bemerkung|bemerkungen|kommentar|kommentare|anmerkungen|' +
    'notas|nota|comentarios|observaciones|remarques|commentaires|commentaire|observacoes|comentario|osservazioni|commenti|notities|' +
    'opmerkingen|notatki|poznamky|заметки|メモ|备注|메모',
  stage:
    'stage|lifecycle stage|contact stage|customer stage|phase|lebenszyklusphase|etapa|etapa del ciclo de vida|etape|fase|kundenstatus',
  style: 'relationship style|style',
  timeZone: 'time zone|timezone|zeitzone|zona horaria|fuseau horaire|fuso horario|fuso orario|tijdzone',
  language: 'language|preferred language|sprache|idioma|langue|lingua|taal|jezyk|sprak|язык|言語|语言|언어',
  doNotContact:
    'do not contact|do not call|dnc|opted out|opt out|email opt out|has opted out of email|unsubscribed|unsubscribed from all email|' +
    'marketing opt out|do not email|do not mail|kein kontakt|nicht kontaktieren|keine werbung|abgemeldet|werbesperre|kontaktsperre|' +
    'no contactar|no llamar|dado de baja|ne pas contacter|ne pas appeler|desinscrit|desabonne|nao contactar|nao contatar|' +
    'non contattare|disiscritto|niet contacteren|niet bellen|uitgeschreven|afgemeld',
  consent:
    'consent|legal basis|legal basis for processing contact s data|einwilligung|consentimiento|consentement|consentimento|consenso|toestemming',
  consentAt:
    'consent date|consent at|consented at|consent given at|consent time|date of consent|opt in date|opt in time|optin date|optin time|' +
    'einwilligung am|einwilligungsdatum|datum der einwilligung|fecha de consentimiento|fecha del consentimiento|date du consentement|' +
    'data do consentimento|data de consentimento|data del consenso|datum toestemming|toestemming op',
  createdAt:
    'created|created at|created date|create date|date created|creation date|date added|added on|added|erstellt|erstellt am|' +
    'erstelldatum|angelegt am|fecha de creacion|creado|creado el|date de creation|cree le|data de criacao|criado em|' +
    'data di creazione|creato il|aangemaakt|aangemaakt op|aanmaakdatum',
  id: 'id|uid|contact id|record id|regulars id',
  address:
    'address|postal address|mailing address|street|street address|address line|city|town|state|state region|province|zip|zip code|' +
    'postal code|post code|postcode|country|country region|po box|region|address po box|county|adresse|anschrift|strasse|strasse und hausnummer|ort|stadt|' +
    'plz|postleitzahl|land|land region|bundesland|bundesland kanton|postfach|direccion|calle|ciudad|provincia|codigo postal|pais|' +
    'pais o region|rue|ville|dep region|pays|pays region|adresse postale|endereco|rua|cidade|estado|cep|indirizzo|citta|cap|paese|stato|adres|straat|' +
    'plaats|stad|woonplaats|住所|地址|주소',
};

/** A header without case, accents, signs and numbers, each spelling of "e-mail" as one: `E-Mail 2: Adresse` → `email adresse`. */
export const foldHeader = (header: string): string =>
  header
    .slice(0, 120)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/\be mail/g, 'email')
    .replace(/\bemails\b/g, 'email')
    .trim();

/** `FirstName` → `First Name`, as programs name columns among themselves. */
const apart = (header: string) => header.slice(0, 120).replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');

const targetOf = new Map(
  Object.entries(words).flatMap(([target, list]) =>
    list.split('|').map(word => [foldHeader(word), target as ColumnTarget] as const),
  ),
);

/** Words that say what kind of address or number it is, each with its label. */
const labelWords = new Map(
  Object.entries({
    work:
      'work|business|office|dienstlich|geschaftlich|arbeit|buro|trabajo|oficina|bureau|professionnel|pro|trabalho|lavoro|ufficio|' +
      'werk|zakelijk|corporate',
    mailing: 'mailing',
    home: 'home|private|personal|privat|zuhause|casa|particular|domicile|personnel|personnelle|maison|pessoal|abitazione|personale|thuis|prive',
    mobile:
      'mobile|cell|handy|mobil|mobiltelefon|mobilnummer|handynummer|movil|celular|portable|telemovel|cellulare|mobiel|mobiele|gsm',
    main: 'main|primary|haupt|haupttelefon|principal|principale|hoofd',
    other: 'other|weitere|weiterer|weiteres|otro|otra|autre|outro|outra|altro|altra|overig|andere',
    whatsapp: 'whatsapp',
  }).flatMap(([label, list]) => list.split('|').map(word => [word, label] as const)),
);

const labelled = new Set<ColumnTarget>(['email', 'phone', 'address', 'link']);

export type Meaning = { to: ColumnTarget; label?: string };

/** What a header means by its words; undefined where they say nothing known. */
export const meaningOf = (header: string): Meaning | undefined =>
  meaningOfWords(foldHeader(header)) ?? meaningOfWords(foldHeader(apart(header)));

function meaningOfWords(folded: string): Meaning | undefined {
  const parts = folded.split(' ');
  const label = parts.map(part => labelWords.get(part)).find(found => found !== undefined);
  const whole = targetOf.get(folded);
  if (whole) return label && labelled.has(whole) ? { to: whole, label } : { to: whole };
  const to = targetOf.get(parts.filter(part => !labelWords.has(part)).join(' '));
  return label && to && labelled.has(to) ? { to, label } : undefined;
}
