// The demo's invented customers, in the form that Regulars exports and imports.
import { me, people } from './mail.mjs';

const day = 86_400_000;

/** A contact with its address, and what happened with them. Times are days before (or after) now. */
function customer(
  key,
  now,
  { company, title, callName, tags = [], likes = [], fields = [], doNotContact = false },
) {
  const source = { from: 'import', at: now - 400 * day };
  const text = value => value && { value, source };
  const { name, address } = people[key];
  const contact = {
    id: `demo-${key}`,
    name: text(name),
    ...(callName && { callName: text(callName) }),
    ...(company && { company: text(company) }),
    ...(title && { title: text(title) }),
    tags,
    preferences: likes.map(([label, value, known], at) => ({
      id: `demo-${key}-like-${at}`,
      ...(known && { key: known }),
      label,
      value,
      source,
    })),
    fields: fields.map(([field, value]) => ({ field, value, source })),
    doNotContact,
    createdAt: now - 400 * day,
    updatedAt: now - day,
    version: 1,
  };
  const identity = { key: `email:${address}`, kind: 'email', value: address, contactId: contact.id, source };
  return { contact, identity };
}

function contacts(now) {
  return [
    customer('marta', now, {
      company: 'Norte Café',
      title: 'Buyer',
      callName: 'Marta',
      tags: ['VIP', 'Wholesale', 'Madrid'],
      likes: [
        ['Language', 'es', 'language'],
        ['Prefers', 'Short mails, mornings', 'time'],
        ['Tone', 'brief', 'tone'],
        ['Usual', 'House Espresso, 12 kg'],
      ],
      fields: [['demo-machine', 'Mazzer Robur']],
    }),
    customer('tom', now, {
      company: 'Lagos Street Coffee',
      title: 'Owner',
      tags: ['New site'],
      likes: [
        ['Language', 'en', 'language'],
        ['Prefers', 'A call on Tuesdays', 'time'],
      ],
    }),
    customer('hana', now, {
      company: 'Brews with Hana',
      tags: ['Creator'],
      likes: [['Tone', 'friendly', 'tone']],
    }),
    customer('aurelie', now, {
      company: 'Maison Fournil et Fils',
      callName: 'Madame de Villeneuve',
      tags: ['VIP', 'Paris'],
      likes: [
        ['Language', 'fr', 'language'],
        ['Tone', 'formal', 'tone'],
      ],
    }),
    customer('juergen', now, {
      company: 'Rösterei Nord',
      callName: 'Herr Müller',
      likes: [
        ['Language', 'de', 'language'],
        ['Tone', 'formal', 'tone'],
      ],
    }),
    customer('hanako', now, {
      company: 'Tanaka Coffee',
      tags: ['Samples'],
      likes: [['Language', 'ja', 'language']],
    }),
    customer('nour', now, {
      company: 'Bayt Al Qahwa',
      tags: ['Dubai'],
      likes: [['Language', 'ar', 'language']],
    }),
    customer('ivo', now, { doNotContact: true }),
  ];
}

function events(now) {
  const at = (days, key, kind, more) => ({
    id: `demo-event-${key}-${days}`,
    contactId: `demo-${key}`,
    kind,
    at: now - days * day,
    createdAt: now - days * day,
    ...more,
  });
  const open = key => ({ openFor: `demo-${key}` });
  const mail = (direction, title, text, conversation) => ({
    direction,
    title,
    text,
    site: 'roundcube',
    conversation: `roundcube:${conversation}`,
  });
  return [
    at(30, 'marta', 'issue', { text: 'Grinder arrived with a broken burr', ...open('marta') }),
    at(
      29,
      'marta',
      'message',
      mail('in', 'El molinillo llegó roto', 'Ha llegado con la fresa rota.', 'demo-1'),
    ),
    at(
      28.9,
      'marta',
      'message',
      mail('out', 'El molinillo llegó roto', 'Mañana sale la fresa nueva.', 'demo-1'),
    ),
    at(4, 'marta', 'promise', { text: 'A call on Friday', ...open('marta') }),
    at(6, 'marta', 'note', { text: 'Opens a second café in spring. Wants to taste the new Huila.' }),
    at(120, 'marta', 'purchase', { title: '12 kg House Espresso' }),
    at(2, 'tom', 'message', mail('out', 'November price list', 'Here is the list you asked for.', 'demo-2')),
    at(40, 'tom', 'call', { text: 'Second shop, needs a grinder by December' }),
    at(9, 'hana', 'note', { text: 'Likes to film in natural light. Send bags unopened.' }),
    at(60, 'aurelie', 'issue', { text: 'Invoice went to the wrong office', closedAt: now - 58 * day }),
    at(14, 'juergen', 'meeting', { text: 'Showed the new grinder in Hamburg' }),
    at(21, 'nour', 'message', mail('in', 'طلب جديد', 'نريد طلبا جديدا.', 'demo-3')),
  ];
}

function followUps(now) {
  const item = (key, days, text) => ({
    id: `demo-follow-up-${key}`,
    contactId: `demo-${key}`,
    text,
    dueAt: now + days * day,
    done: 0,
    createdAt: now - 5 * day,
  });
  return [
    item('marta', 1, 'Call about the grinder'),
    item('aurelie', -3, 'Send the November invoice'),
    item('tom', 6, 'Send the Huila samples'),
  ];
}

const machine = { id: 'demo-machine', slug: 'machine', name: 'Machine', kind: 'text', choices: [], order: 0 };

const replies = [
  {
    id: 'demo-grinder',
    name: 'Grinder: replacement sent',
    shortcut: 'gr',
    tags: ['support', 'complaint'],
    variants: [
      {
        language: 'es',
        tone: 'brief',
        body: 'Hola {{ contact.call_name }}:\n\nSale hoy una fresa nueva para el {{ contact.fields.machine | default: "molinillo" }}. Seguimiento: {{ tracking_number }}.\n\n{{ me.first_name }}',
      },
      {
        language: 'en',
        body: 'Hi {{ contact.call_name }},\n\na new burr for your {{ contact.fields.machine | default: "grinder" }} leaves today. Tracking: {{ tracking_number }}.\n\n{{ me.first_name }}',
      },
      {
        language: 'de',
        tone: 'formal',
        body: 'Guten Tag {{ contact.call_name }},\n\nheute geht ein neues Mahlwerk für Ihre {{ contact.fields.machine | default: "Mühle" }} ab. Sendungsnummer: {{ tracking_number }}.\n\nMit freundlichen Grüßen\n{{ me.name }}',
      },
    ],
    order: 0,
    uses: 7,
  },
  {
    id: 'demo-samples',
    name: 'Samples are on their way',
    shortcut: 'samples',
    tags: ['sales'],
    variants: [
      {
        language: 'en',
        body: 'Hi {{ contact.call_name }},\n\nthe samples leave today and should be with you by {{ next_monday }}.\n\n{{ me.first_name }}',
      },
      {
        language: 'ja',
        body: '{{ contact.name }} 様\n\nサンプルを本日お送りいたします。\n\n{{ me.name }}',
      },
    ],
    order: 1,
    uses: 3,
  },
  {
    id: 'demo-invoice',
    name: 'Invoice attached',
    shortcut: 'invoice',
    tags: ['billing'],
    variants: [
      {
        language: 'fr',
        tone: 'formal',
        body: 'Bonjour {{ contact.call_name }},\n\nVous trouverez la facture ci-jointe. Veuillez excuser ce retard.\n\nCordialement\n{{ me.name }}',
      },
      { language: 'en', body: 'Hi {{ contact.call_name }},\n\nhere is the invoice.\n\n{{ me.first_name }}' },
    ],
    order: 2,
    uses: 12,
  },
];

/** The whole file, as text. `now` in milliseconds: follow-ups and history are told from it. */
export function customersFile(now = Date.now()) {
  const known = contacts(now);
  const settings = {
    me: {
      name: me.name,
      addresses: [me.address],
      sharedMailboxes: [],
      proposed: [],
      languages: ['en', 'es'],
      signature: `${me.name}\nTostadero Sol`,
      country: 'ES',
    },
    sites: [],
    history: 'automatic',
    namesInNotifications: false,
    welcomedAt: now,
    theme: 'auto',
  };
  return JSON.stringify({
    format: 'regulars',
    version: 1,
    exportedAt: now,
    settings,
    contacts: known.map(item => item.contact),
    identities: known.map(item => item.identity),
    events: events(now),
    followUps: followUps(now),
    fields: [machine],
    replies,
    rejections: [],
  });
}
