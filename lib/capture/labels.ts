// Words that say what follows them: "Telefon: …", the head of a column, the term of a list.
import type { CaptureField } from '../model/capture-terms';

export type Label = CaptureField | 'given-name' | 'family-name' | 'fax' | 'person' | 'byline';

const words: Record<Label, string> = {
  name: 'name|full name|nombre|nombre y apellidos|nom|nom et prénom|prénom nom|nome|nome e cognome|nome completo|naam|nazwisko i imię|imię i nazwisko|adı soyadı|ad soyad|имя|фио|姓名|名字|名前|氏名|お名前|الاسم|الاسم الكامل|이름|성명|ansprechpartner|ansprechpartnerin|member|mitglied|miembro|membre|membro|speaker|ponente|referent|teacher|employee|staff member|mitarbeiter|nombre completo|player|faculty|docente|nominativo',
  'given-name': 'first name|given name|vorname|prénom|nombre de pila|nome proprio|imię|имя отчество|名',
  'family-name':
    'last name|surname|family name|nachname|familienname|nom de famille|apellido|apellidos|cognome|sobrenome|apelido|nazwisko|фамилия|姓',
  title:
    'role|title|job title|position|function|rank|designation|post|cargo|puesto|función|rol|funktion|stellung|aufgabe|aufgabenbereich|bereich|tätigkeit|amt|poste|fonction|rôle|qualité|ruolo|qualifica|incarico|funzione|mansione|função|functie|stanowisko|funkcja|görev|görevi|unvan|должность|职务|职位|職位|職務|职称|岗位|役職|肩書|肩書き|担当|المنصب|الوظيفة|المسمى الوظيفي|직책|직위|직함|responsibility|responsibilities',
  company:
    'company|organization|organisation|employer|affiliation|institution|firm|firma|unternehmen|arbeitgeber|einrichtung|empresa|organización|organizzazione|azienda|ente|entreprise|société|organisme|établissement|bedrijf|instelling|şirket|kurum|компания|организация|单位|公司|機構|机构|会社|会社名|所属|勤務先|الشركة|الجهة|المؤسسة|회사|소속|business|agency|afiliación|affiliazione|affiliation(?:s)?',
  email:
    'e-?mail|e-?mail address|mail|e-?mail-adresse|correo|correo electrónico|correo-e|email address|courriel|adresse e-?mail|mél|posta elettronica|indirizzo e-?mail|endereço de e-?mail|e-?posta|эл\\. почта|почта|邮箱|電子郵件|电子邮箱|电子邮件|邮件|信箱|メール|メールアドレス|البريد|البريد الإلكتروني|بريد إلكتروني|이메일|메일|contact e-?mail|✉|📧|e',
  phone:
    'phone|telephone|tel|mobile|cell|cell phone|mob|direct|direct line|office phone|phone number|contact number|ph|teléfono|telefono|móvil|celular|tlf|tfno|telefon|telefonnummer|fon|handy|mobil|durchwahl|téléphone|tél|portable|mobile phone|ligne directe|cellulare|cell|tel\\. diretto|telefone|telemóvel|celular|telefoon|telefonu|gsm|телефон|тел|моб|电话|電話|手机|手機|联系电话|座机|電話番号|携帯|هاتف|الهاتف|جوال|الجوال|موبايل|رقم الهاتف|전화|전화번호|휴대폰|연락처|☎|📞|t|m|p|extension|ext|anexo|poste|interno|whatsapp',
  fax: 'fax|telefax|faks|télécopie|传真|傳真|ファックス|fax番号|факс|فاكس|팩스|f|fax number',
  link: 'website|web|web site|homepage|site|url|webseite|internet|página web|sitio web|site web|sito|sito web|网站|网址|ウェブサイト|ホームページ|الموقع|الموقع الإلكتروني|웹사이트|profile|profil|linkedin|twitter|github|blog|orcid|x|mastodon',
  location:
    'location|city|address|town|country|place|based in|office address|ort|adresse|anschrift|standort|stadt|ubicación|ciudad|dirección|lugar|lieu|ville|luogo|città|indirizzo|località|cidade|localização|endereço|plaats|miasto|adres|şehir|адрес|город|地址|地点|城市|所在地|住所|勤務地|العنوان|المدينة|الموقع الجغرافي|지역|주소|region|sede|oficina',
  person:
    'contact|contact person|press contact|media contact|press contacts|media contacts|media enquiries|media inquiries|press enquiries|press office contact|your contact|contacts|for more information|further information|kontakt|pressekontakt|ihr kontakt|ihre ansprechpartnerin|ihr ansprechpartner|ansprechpartner(?:in)?|ansprechperson|rückfragen|contacto|contacto de prensa|contacto para prensa|persona de contacto|contacto para medios|prensa|contact presse|contacts presse|votre contact|interlocuteur|interlocutrice|contatto|contatti stampa|contatto stampa|ufficio stampa|referente|persona di contatto|contato|contacto de imprensa|联系人|媒体联系人|媒体联系|聯絡人|負責人|お問い合わせ先|問い合わせ先|担当者|連絡先|للتواصل|جهة الاتصال|للاستفسار|المسؤول|담당자|문의|контакт|контактное лицо|speaker|speakers|host|hosted by|moderator|organizer|organiser|organised by|organized by|presenter|instructor|attn|attention',
  byline:
    'by|written by|posted by|author|authors|text|text by|words by|words|edited by|reviewed by|story by|von|autor|autorin|autoren|verfasst von|geschrieben von|por|escrito por|autores|autora|par|auteur|autrice|écrit par|rédigé par|di|scritto da|autore|a cura di|door|przez|yazan|автор|文|作者|记者|記者|撰文|编辑|責任編集|责任编辑|通讯员|文・|著者|執筆|執筆者|取材・文|بقلم|كتب|كتبت|الكاتب|الكاتبة|تحرير|글|기자|글쓴이|작성자|published by|submitted by|publicado por|publié par|pubblicato da',
};

const names = Object.keys(words).filter((label): label is Label => Object.hasOwn(words, label));
/** Longer lists first lose: a word that means several things is what it usually means on a page. */
const patterns = names.map(label => [label, new RegExp(`^(?:${words[label]})$`, 'iu')] as const);

/** What a label says that the whole of `text` is, with its colon or without; undefined for all other text. */
export function labelOf(text: string): Label | undefined {
  if (text.length > 40) return undefined;
  const word = text
    .trim()
    .replace(/\s*[:：.]+\s*$/u, '')
    .replace(/\s+/g, ' ');
  const [first = ''] = word.split(/\s*[/|&]\s*/u);
  return word
    ? (patterns.find(([, pattern]) => pattern.test(word)) ??
        patterns.find(([, pattern]) => pattern.test(first)))?.[0]
    : undefined;
}

const byline = new RegExp(`^\\s*(?:${words.byline})(?:\\s*[:：|]\\s*|\\s+)`, 'iu');

/** The text after "By" or "Author:" at its beginning; undefined where there is no such word. */
export function afterByline(text: string): string | undefined {
  const start = byline.exec(text)?.[0];
  return start === undefined ? undefined : text.slice(start.length).trim();
}

/** "Contact: Marta Ruiz" in its two parts; undefined where nothing short stands before a colon. */
export function labelled(text: string): { label: string; value: string } | undefined {
  const [whole, label = ''] = /^\s*([^:：,.!?]{1,60}?)\s*[:：]\s*(?=\S)/u.exec(text) ?? [];
  return whole === undefined || /^https?$|^mailto$|^tel$|\d$/i.test(label)
    ? undefined
    : { label, value: text.slice(whole.length).trim() };
}
