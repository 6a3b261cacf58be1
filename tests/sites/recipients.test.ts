// Whom an answer goes to: everything that is written in the fields, readable or not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../lib/sites/addresses';
import { gmail } from '../../lib/sites/gmail/gmail';
import { fieldOf, identitiesOf } from '../../lib/sites/recipients';
import { roundcube } from '../../lib/sites/roundcube/roundcube';
import { parsePage } from './load-page';

const values = (line: string) => identitiesOf([fieldOf('to', entriesOf(line))]).map(({ value }) => value);

describe('a recipient field', () => {
  it.each([
    ['Ana <a@x.test>, "Sol, Eva" <e@x.test>; b@x.test,', ['a@x.test', 'e@x.test', 'b@x.test']],
    ['"Iñi \\"I\\" Sol" <i@x.test>', ['i@x.test']],
    ['eve@10.0.0.5, boss@intranet', ['eve@10.0.0.5', 'boss@intranet']],
    ['a@x.test, "a@x.test b"@evil.test', ['a@x.test', '"a@x.test b"@evil.test']],
    ['a@x.test, Team', ['a@x.test', 'Team']],
    ['Team, a@x.test', ['Team', 'a@x.test']],
    ['a@x.test eve@evil.test', ['a@x.test eve@evil.test']],
    ['<eve@evil.test> <a@x.test>', ['<eve@evil.test> <a@x.test>']],
    ['"Ana, eve@evil.test <a@x.test>', ['"Ana, eve@evil.test <a@x.test>']],
    ['a@x.test\\, eve@evil.test', ['a@x.test\\, eve@evil.test']],
    ['a@x.test, eve@evil.test\\', ['a@x.test', 'eve@evil.test\\']],
    ['undisclosed-recipients:;', ['undisclosed-recipients:']],
    [' , ;\n', []],
  ])('with %j goes to %j', (line, wanted) => expect(values(line)).toEqual(wanted));

  it('never looks empty when something is written in it', () => {
    fc.assert(
      fc.property(fc.string(), line => {
        expect(values(line).length > 0).toBe(line.split(/[,;\n]/).some(part => part.trim() !== ''));
      }),
    );
  });

  it('keeps of each entry what a stored identity may hold', () => {
    expect(values('x'.repeat(5000))).toEqual(['x'.repeat(320)]);
    expect(values(Array.from({ length: 500 }, (_, at) => `n${at}`).join()).length).toBe(64);
  });
});

describe('a Gmail reply box', () => {
  const boxOf = (fields: string) => {
    const page = parsePage(`<body><div role="main"><div class="M9"><form>${fields}<input name="composeid">
      <div g_editable="true" contenteditable="true"></div></form></div></div></body>`);
    const [box] = gmail.composers(page, new URL('https://mail.google.com/mail/u/0/'));
    return box?.recipients.map(({ value }) => value);
  };
  const chip = (attributes: string) => `<div role="option" ${attributes}>shown</div>`;
  const to = (inside: string) => `<div class="anm" name="to"><div role="listbox">${inside}</div></div>`;
  const ana = chip('data-hovercard-id="a@x.test" data-name="Ana"');

  it.each([
    ['data-hovercard-id="eve at evil" data-name="Eve"', 'eve at evil'],
    ['data-name="Team"', 'Team'],
    ['data-name="" data-hovercard-id=""', 'shown'],
  ])('with a chip that has %s goes to %j too', (attributes, wanted) => {
    expect(boxOf(to(ana + chip(attributes)))).toEqual(['a@x.test', wanted]);
  });

  it('goes to those who are typed and no chip yet', () => {
    const typed = '<input role="combobox" value="eve@evil.test, half a na">';
    expect(boxOf(to(ana + typed))).toEqual(['a@x.test', 'eve@evil.test', 'half a na']);
  });

  it('goes to what hidden inputs hold', () => {
    const hidden = (value: string) => `<input type="hidden" name="to" value="${value}">`;
    expect(boxOf(hidden('Ana &lt;a@x.test&gt;') + hidden('nonsense'))).toEqual(['a@x.test', 'nonsense']);
  });
});

describe('a Roundcube compose page', () => {
  const pageOf = (box: string, items: string) =>
    parsePage(`<body><textarea id="composebody"></textarea><div><textarea id="_to">${box}</textarea>
      <ul class="recipient-input">${items}</ul></div></body>`);
  const recipientsOf = (page: Document) =>
    roundcube
      .composers(page, new URL('https://mail.norte.example/?_task=mail&_action=compose'))
      .flatMap(({ recipients }) => recipients.map(({ value }) => value));

  it('goes to everything in its hidden box', () => {
    const page = pageOf('Ana &lt;a@x.test&gt;,"b c"@x.test,nonsense', '');
    expect(recipientsOf(page)).toEqual(['a@x.test', '"b c"@x.test', 'nonsense']);
  });

  it('goes to those it shows where the box is empty, without a title too', () => {
    const item = (name: string, email: string) =>
      `<li class="recipient"><span class="name">${name}</span><span class="email">${email},</span></li>`;
    const page = pageOf('', item('Ana', ' &lt;a@x.test&gt;') + item('b@x.test', '') + item('nonsense', ''));
    expect(recipientsOf(page)).toEqual(['a@x.test', 'b@x.test', 'nonsense']);
  });
});
