// The demo's inbox: invented messages, among them those that a sidebar should warn about.

export const me = { name: 'Nora Vidal', address: 'nora@tostadero-sol.example' };

/** `name` and `address` of everybody who writes. */
export const people = {
  marta: { name: 'Marta Ruiz', address: 'marta.ruiz@norte-cafe.example' },
  tom: { name: 'Tom Okafor', address: 'tom.okafor@lagos-street.example' },
  hana: { name: 'Hana Novák', address: 'hana@brews-with-hana.example' },
  aurelie: {
    name: 'Aurélie-Constance de Villeneuve-Bargemon',
    address: 'aurelie@maison-fournil.example',
  },
  juergen: { name: 'Müller, Jürgen', address: 'j.mueller@roesterei-nord.example' },
  hanako: { name: '田中 花子', address: 'hanako@tanaka-coffee.example' },
  nour: { name: 'نور الحداد', address: 'nour@bayt-alqahwa.example' },
  ivo: { name: 'Ivo Petrov', address: 'ivo.petrov@leave-me.example' },
  priya: { name: 'Priya Raman', address: 'priya@lagos-street.example' },
  daniel: { name: 'Daniel Weiss', address: 'd.weiss@weiss-hotels.example' },
  twin: { name: 'Marta Ruiz', address: 'marta.ruiz@norte-caffe.example' },
  paper: { name: 'Paula Sand', address: 'billing@paper-supply.example' },
};

const { marta, tom, hana, aurelie, juergen, hanako, nour, ivo, priya, daniel, twin, paper } = people;

/** Newest first. `hours` is how long ago; `to` is the user unless given. */
export const messages = [
  {
    uid: 24,
    from: marta,
    cc: [tom],
    hours: 1,
    subject: 'El molinillo: la fresa nueva no encaja',
    text: 'Hola Nora:\n\nLa fresa que nos enviasteis no encaja en el molinillo y el local abre el viernes. ¿Me puedes llamar?\n\nMarta Ruiz\nCompras\nNorte Café\nTel. +34 600 555 014',
  },
  {
    uid: 23,
    from: daniel,
    hours: 3,
    subject: 'Coffee for three hotels',
    text: 'Dear Ms Vidal,\n\na colleague in Hamburg recommended you. We are looking for one roaster for our three houses, about 40 kg a month. Could you send me your conditions?\n\nKind regards\n\nDaniel Weiss\nHead of Operations\nWeiss Hotels GmbH\nPhone: +49 30 555 01 77\nwww.weiss-hotels.example',
  },
  {
    uid: 22,
    from: twin,
    hours: 5,
    subject: 'New bank details',
    text: 'Hello Nora,\n\nour bank account has changed. Please send the refund to the new account in the attached document today.\n\nMarta',
  },
  {
    uid: 21,
    from: tom,
    cc: [priya],
    hours: 8,
    subject: 'Re: November price list',
    text: 'Hi Nora,\n\nthanks for the list. We open the second shop on 12 December and would like to taste the new Huila before that.\n\nTom',
  },
  {
    uid: 20,
    from: hana,
    hours: 20,
    subject: 'Video about your Huila?',
    text: 'Hi Nora! I would love to make a short video about the new Huila. Could you send a bag by Thursday?\n\nHana',
  },
  {
    uid: 19,
    from: aurelie,
    hours: 26,
    subject: 'Facture de novembre',
    text: 'Bonjour Madame Vidal,\n\nJe n’ai pas encore reçu la facture de novembre. Pourriez-vous me l’envoyer avant vendredi ?\n\nCordialement\nAurélie-Constance de Villeneuve-Bargemon',
  },
  {
    uid: 18,
    from: paper,
    replyTo: { name: '', address: 'accounts@other-office.example' },
    hours: 30,
    subject: 'Cups and lids',
    text: 'Hello, your order of cups is on its way. Please answer this mail if anything is missing.\n\nPaula Sand',
  },
  {
    uid: 17,
    from: juergen,
    hours: 49,
    subject: 'Angebot für die neue Mühle',
    text: 'Sehr geehrte Frau Vidal,\n\nvielen Dank für Ihr Angebot. Können wir am Montag telefonieren?\n\nMit freundlichen Grüßen\nJürgen Müller\nRösterei Nord',
  },
  {
    uid: 16,
    from: hanako,
    hours: 52,
    subject: '新しい豆について',
    text: 'お世話になっております。田中です。\n新しい豆のサンプルを来週いただけますでしょうか。よろしくお願いいたします。',
  },
  {
    uid: 15,
    from: nour,
    hours: 73,
    subject: 'طلب القهوة لهذا الأسبوع',
    text: 'مرحبا نورا،\nنحتاج إلى عشرين كيلوغراما من القهوة هذا الأسبوع. هل هذا ممكن؟\nشكرا لك',
  },
  {
    uid: 14,
    from: ivo,
    hours: 96,
    subject: 'No more mails, please',
    text: 'Please do not write to me again.\n\nIvo Petrov',
  },
];
