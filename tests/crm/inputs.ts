// One good input for every procedure, for an office that `furnish` prepared.
import { changePeople } from '../../lib/db/batch';
import { day, monday, type Office, senders, tabId } from './office';
import { addPerson, conversation, marta, sender, show } from './people';

/** Ids of what the inputs below speak about. */
export type Furniture = {
  contact: string;
  reply: string;
  issue: string;
  followUp: string;
  field: string;
  deletable: string;
  /** Somebody who was merged into `deletable`. */
  merged: string;
  edit: string;
  batch: string;
  view: string;
  ticket: unknown;
  capture: string;
};

/** A person with an open issue, a follow-up, a reply, an edit to undo, and her message on screen. */
export async function furnish(office: Office): Promise<Furniture> {
  const contact = await addPerson(office, 'Marta Ruiz', [marta.value]);
  const deletable = await addPerson(office, 'Jonas Feld', ['jonas@feldweg.example']);
  const merged = await addPerson(office, 'J. Feld', ['j.feld@feldweg.example'], { title: 'Rigger' });
  await office.get('contacts.merge', { winner: deletable, loser: merged, choices: [] });
  const added = await office.get<{ result: { id: string } }>('timeline.add', {
    contactId: contact,
    kind: 'issue',
    text: 'The second sail is missing.',
  });
  const due = await office.get<{ result: { id: string } }>('followUps.add', {
    contactId: contact,
    text: 'Ask whether the sail came',
    dueAt: monday + day,
  });
  await office.get('fields.save', {
    field: { id: 'f-sail', slug: 'sail', name: 'Sail', kind: 'text', choices: [], order: 0 },
  });
  await office.get('replies.save', { reply: reply('thanks') });
  const edit = await office.done('contacts.save', { id: contact, patch: { company: 'Norte Boats' } });
  const info = { batch: 'batch-1', name: 'contacts.setStage', at: monday, portion: 0 };
  await changePeople(office.db, info, [deletable], person => ({ ...person, stage: 'lead' }));
  await office.get('savedViews.save', { view: view('v-leads') });
  await show(office, conversation([sender('Marta Ruiz', marta.value)]));
  office.page.recipients = [marta];
  const ticket = await office.get('page.ticket', {}, senders.page);
  const capture = await captureTeam(office);
  return {
    contact,
    reply: 'thanks',
    issue: added.result.id,
    followUp: due.result.id,
    field: 'f-sail',
    deletable,
    merged,
    edit,
    batch: info.batch,
    view: 'v-leads',
    ticket,
    capture,
  };
}

/** A page with one person is captured. */
async function captureTeam(office: Office): Promise<string> {
  const values = [{ field: 'name' as const, value: 'Ana Prat', from: 'card' as const, place: 0 }];
  office.page.answers = ({ order }) =>
    order === 'read' ? { url: 'https://norte-boats.example/', people: [{ values }], leftOut: [] } : true;
  const { id } = await office.get<{ id: string }>('captures.read', {}, senders.frame);
  return id;
}

export const reply = (id: string, body = 'Thank you, {{ contact.first_name }}!') => ({
  id,
  name: `Reply ${id}`,
  shortcut: id,
  tags: [],
  variants: [{ body }],
  order: 1,
  uses: 0,
});

export const view = (id: string, name = 'Leads') => ({
  id,
  name,
  query: { stages: ['lead' as const], sort: { by: 'lastContact' as const, isDescending: true } },
  columns: ['company' as const, 'field:f-sail' as const],
});

/** A good input for each procedure. */
export function inputsFor(it: Furniture): Record<string, Record<string, unknown>> {
  return {
    'page.hello': {},
    'page.ticket': {},
    'page.sighting': { sighting: conversation([sender('Marta Ruiz', marta.value)]), sequence: 9 },
    'page.marks': { identities: [marta] },
    'page.layout': { width: 300, collapsed: true },
    'views.hello': { ticket: it.ticket },
    'people.onScreen': { windowId: 1 },
    'views.order': { order: 'hide', windowId: 1 },
    'views.read': { windowId: 1 },
    'captures.read': { windowId: 1 },
    'captures.get': { id: it.capture },
    'captures.list': {},
    'captures.keep': { id: it.capture, form: '{}' },
    'captures.drop': { id: it.capture },
    'captures.show': { id: it.capture, place: 0, scroll: false },
    'captures.point': { id: it.capture, person: 0, field: 'title' },
    'captures.stopPointing': { id: it.capture },
    'captures.save': {
      id: it.capture,
      people: [{ patch: { name: 'Ana Prat' }, identities: [] }],
      shared: { tags: [] },
    },
    'contacts.create': { patch: { name: 'Lena Vogt' }, identities: [], from: 'user' },
    'contacts.save': { id: it.contact, patch: { title: 'Owner' } },
    'contacts.link': { id: it.contact, identities: [{ kind: 'x', value: '@martaruiz' }] },
    'contacts.unlink': { id: it.contact, key: `email:${marta.value}` },
    'contacts.verify': { id: it.contact, key: `email:${marta.value}`, isTheirs: true },
    'contacts.notThisPerson': { id: it.contact, identities: [marta] },
    'contacts.delete': { id: it.deletable },
    'contacts.get': { id: it.contact },
    'contacts.find': { identity: marta },
    'contacts.list': { offset: 0, limit: 50 },
    'contacts.search': { query: 'marta', limit: 10 },
    'contacts.trash': {},
    'contacts.compare': { ids: [it.contact, it.deletable] },
    'contacts.merge': {
      winner: it.contact,
      loser: it.deletable,
      choices: [{ fact: 'name', from: 'loser' }],
    },
    'contacts.notSame': { ids: [it.contact, it.deletable] },
    'contacts.mergedFrom': { id: it.deletable },
    'contacts.useValue': { id: it.deletable, fact: 'name', of: it.merged },
    'contacts.apartQuestions': { id: it.merged },
    'contacts.takeApart': { id: it.merged, theirs: ['fact/title'] },
    'data.state': {},
    'data.accept': {},
    'data.discard': {},
    'backups.state': {},
    'timeline.add': { contactId: it.contact, kind: 'note', text: 'Prefers mornings.' },
    'timeline.save': { id: it.issue, text: 'The second sail came.', at: monday - day },
    'timeline.close': { id: it.issue, open: false },
    'timeline.remove': { id: it.issue },
    'timeline.list': { contactId: it.contact, limit: 20 },
    'timeline.remember': { tabId },
    'followUps.add': { contactId: it.contact, text: 'Call', dueAt: monday + day },
    'followUps.save': { id: it.followUp, text: 'Ask about the sail', dueAt: monday + 3 * day },
    'followUps.remove': { id: it.followUp },
    'followUps.done': { id: it.followUp },
    'followUps.snooze': { id: it.followUp, dueAt: monday + 2 * day },
    'followUps.today': {},
    'replies.list': {},
    'replies.save': { reply: reply('welcome') },
    'replies.delete': { id: it.reply },
    'replies.reorder': { ids: [it.reply] },
    'replies.check': { replyId: it.reply, variant: 0, contactId: it.contact, filled: {}, tabId },
    'replies.insert': {
      replyId: it.reply,
      variant: 0,
      contactId: it.contact,
      filled: {},
      confirmed: false,
      tabId,
    },
    'views.changed': {},
    'settings.get': {},
    'settings.save': { theme: 'dark' },
    'settings.granted': {},
    'history.changes': { contactId: it.contact, limit: 9 },
    'history.events': { contactId: it.contact, text: 'sail', kinds: [], limit: 9 },
    'imports.unfinished': {},
    'imports.close': { id: 'job' },
    'fields.list': {},
    'fields.save': {
      field: { id: 'f-boat', slug: 'boat', name: 'Boat', kind: 'text', choices: [], order: 1 },
      first: { contactId: it.contact, value: 'Sloop' },
    },
    'fields.remove': { id: it.field },
    'fields.reorder': { ids: [it.field] },
    'savedViews.list': {},
    'savedViews.save': { view: view('v-new', 'Quiet leads') },
    'savedViews.delete': { id: it.view },
    'savedViews.reorder': { ids: [it.view] },
    'journal.undo': { id: it.edit },
    'journal.undoBatch': { batch: it.batch },
    'journal.wide': {},
    'views.openDashboard': { route: 'today' },
    'contacts.file': { id: it.contact, as: 'json' },
    'contacts.forgetting': { id: it.contact },
    'contacts.forget': { id: it.deletable, keepsPrint: true },
    'privacy.amounts': {},
    'privacy.allow': { identity: marta },
    'retention.find': { rule: { id: 'r-1', stages: ['none'], months: 12 } },
    'retention.remove': { ids: [it.deletable], how: 'trash' },
    'retention.finish': { since: 1 },
  };
}
