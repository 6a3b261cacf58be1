// Roundcube's adapter against renamed hooks, and against mails and drafts that imitate Roundcube.
import { describe, expect, it } from 'vitest';
import { roundcube } from '../../lib/sites/roundcube/roundcube';
import { expectNobodyWrong, imitation, without, withoutTexts } from './imitation';
import { loadPage, pageNames } from './load-page';

const pages = pageNames().filter(name => name.startsWith('roundcube--'));
const bodies = '.message-part > .pre, .rcmBody';

const hooks = [
  ...'.rcmContactAddress .adr .fromto .message .subject .voice .username .header-title'.split(' '),
  ...'.header-summary .header-headers .header .from .to .cc .replyto .sender .date .morelink'.split(' '),
  ...'.message-part .message-htmlpart .message-partheaders .headers-table .rcmBody .pre .sig'.split(' '),
  ...'.recipient-input .recipient .name .email .send .reply .task-mail .action-show'.split(' '),
  ...'#message-header #messagelist #messagebody #message-content #messagecontframe #layout #layout-list'.split(
    ' ',
  ),
  ...'#layout-content #layout-sidebar #toolbar-menu #rcmloginuser #rcmloginpwd #rcmloginsubmit'.split(' '),
  ...'#compose-content #compose-headers #compose_to #compose_cc #compose_bcc #compose-subject'.split(' '),
  ...'#_to #_cc #_bcc #_from #composebody #composebody_ifr #tinymce #_rc_sig #reply-intro'.split(' '),
  ...'#rcmKSearchpane #contacts-table #recipient-dialog'.split(' '),
  ...'[title] [href] [onclick] [name] [id] [role] [style] [type] [value] [selected]'.split(' '),
  ...'[contenteditable] [aria-selected] [aria-hidden] [data-recipient-input]'.split(' '),
];

describe.each(pages)('%s', name => {
  it('shows nobody wrong when Roundcube renames one of its hooks', () => {
    const { document, url } = loadPage(name);
    const truth = roundcube.read(document, url);
    const rows = rowsOf(document, url);
    const recipients = recipientsOf(document, url).flat();
    for (const hook of hooks) {
      withoutIn(documentsOf(document), hook, () => {
        expectNobodyWrong(roundcube.read(document, url), truth, hook);
        // Where the page no longer says who the user is, a row may stand for the own address.
        const known = [...rows, truth?.ownAddress];
        expect(
          rowsOf(document, url).filter(value => !known.includes(value)),
          hook,
        ).toEqual([]);
        expect(
          recipientsOf(document, url)
            .flat()
            .filter(value => !recipients.includes(value)),
          hook,
        ).toEqual([]);
      });
    }
    expect(roundcube.read(document, url)).toEqual(truth);
  });

  it('is read the same when every mail in it imitates Roundcube', () => {
    const { document, url } = loadPage(name);
    const honest = roundcube.read(document, url);
    const rows = rowsOf(document, url);
    const recipients = recipientsOf(document, url);
    for (const body of documentsOf(document).flatMap(each => [...each.querySelectorAll(bodies)])) {
      body.innerHTML = imitation + body.innerHTML + imitation;
    }
    expect(withoutTexts(roundcube.read(document, url))).toEqual(withoutTexts(honest));
    expect(rowsOf(document, url)).toEqual(rows);
    expect(recipientsOf(document, url)).toEqual(recipients);
  });

  it('is read the same when a draft quotes a mail that imitates Roundcube', () => {
    const { document, url } = loadPage(name);
    const honest = roundcube.read(document, url);
    const recipients = recipientsOf(document, url);
    const composers = roundcube.composers(document, url);
    for (const { element } of composers) {
      if (element.tagName === 'TEXTAREA') element.textContent += imitation;
      else element.insertAdjacentHTML('beforeend', imitation);
    }
    expect(withoutTexts(roundcube.read(document, url))).toEqual(withoutTexts(honest));
    expect(recipientsOf(document, url)).toEqual(recipients);
    roundcube.composers(document, url).forEach((composer, place) => {
      expect(composer.element).toBe(composers[place]?.element);
      expect(composer.before).toBe(composers[place]?.before);
    });
  });
});

describe('the date of a mail', () => {
  const name = 'roundcube--message-de.html';
  const now = new Date(2026, 10, 10, 9).getTime();
  const eight = new Date(2026, 10, 9, 8, 30).getTime();
  const dateWith = (whole: string | undefined, table: string) => {
    const { document, url } = loadPage(name);
    const header = document.querySelector('#message-header');
    const summary = header?.querySelector('.header-summary .text-nowrap');
    if (summary && whole === undefined) summary.remove();
    else if (summary) summary.textContent = whole ?? '';
    const cell = header?.querySelector('td.header.date');
    if (cell) cell.textContent = table;
    return roundcube.read(document, url, now)?.conversation?.messages[0]?.at;
  };

  it('is the whole one of the summary, whatever word stands in the table', () => {
    expect(dateWith('09.11.2026 08:30', 'Mo 08:30')).toBe(eight);
    expect(dateWith('2026-11-09 8:30 am', 'Heute 08:30')).toBe(eight);
  });

  it('is in the table where there is no summary, as a word of the page’s language too', () => {
    expect(dateWith(undefined, 'Mo 08:30')).toBe(eight);
    expect(dateWith(undefined, 'Mon 08:30')).toBeUndefined();
  });

  it('is unknown where the summary has two meanings, today and in a year', () => {
    expect(dateWith('09/11/2026 08:30', 'Mo 08:30')).toBeUndefined();
  });

  it('that is a word is counted from the day on which the page was made', () => {
    const { document, url } = loadPage(name);
    document.querySelector('#message-header .header-summary .text-nowrap')?.remove();
    const cell = document.querySelector('#message-header td.header.date');
    if (cell) cell.textContent = 'Heute 08:30';
    const made = new Date(2026, 10, 9, 23, 50).getTime();
    Object.defineProperty(document, 'defaultView', { value: { performance: { timeOrigin: made } } });
    expect(roundcube.read(document, url)?.conversation?.messages[0]?.at).toBe(eight);
  });
});

/** The page and the documents of its frames. */
function documentsOf(document: Document): Document[] {
  const frames = [...document.querySelectorAll('iframe')].map(frame => frame.contentDocument);
  return [document, ...frames.filter(inner => inner !== null)];
}

/** Runs `look` while the hook is gone from all documents at once. */
function withoutIn(documents: readonly Document[], hook: string, look: () => void): void {
  const [first, ...others] = documents;
  if (first) without(first, hook, bodies, () => withoutIn(others, hook, look));
  else look();
}

function rowsOf(document: Document, url: URL): string[] {
  return roundcube.rows(document, url).map(row => row.identity.value);
}

function recipientsOf(document: Document, url: URL): string[][] {
  return roundcube
    .composers(document, url)
    .map(composer => composer.recipients.map(recipient => recipient.value));
}
