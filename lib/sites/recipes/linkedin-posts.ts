// LinkedIn's posts and comments, in both layouts.
import type { ItemRule, PersonRule, Step, Value } from '../../model/recipe';

/** Whoever has no public name of their own choice yet is addressed by the lasting id. */
export const ID = 'ACoA';
const QUOTED = '.feed-shared-update-v2__update-content-wrapper';
export const WRITTEN =
  '[data-testid="expandable-text-box"], .update-components-text, .comments-comment-item__main-content, .msg-s-event-listitem__body, .feed-shared-text';

/** Names of 2022 have the lasting id of their hover card. */
const HOVERED = '.comments-post-meta__name-text[data-entity-hovercard-id]';

const toProfile = (find: string, outside?: string): Step => ({
  find,
  ...(outside && { outside }),
  attribute: 'href',
  path: '/in/{}/**',
});

/** The lasting id: in the address of the link, or as the link's place. */
export const idOf = (find: string, outside?: string): Value => {
  const element = { find, ...(outside && { outside }) };
  const step: Step = { ...element, attribute: 'href' };
  return [
    { ...step, query: 'miniProfileUrn', after: 'rofile:', starts: ID },
    { ...step, path: '/in/{}/**', starts: ID },
    { ...element, attribute: 'data-entity-hovercard-id', after: 'rofile:', starts: ID },
    { find: HOVERED, attribute: 'data-entity-hovercard-id', after: 'rofile:', starts: ID },
  ];
};

export const person = (find: string, name: Value, outside?: string): PersonRule => ({
  identities: [
    { kind: 'linkedin', value: toProfile(find, outside), id: idOf(find, outside), isIdEnough: true },
  ],
  name,
});

/** Milliseconds since 1970 stand above the lowest 22 bits of ids. */
const bits = { bits: 22, since: 0 };

const ACTOR = 'a.update-components-actor__meta-link, a.feed-shared-actor__container-link';
const post: ItemRule = {
  select: 'div.feed-shared-update-v2[data-urn]',
  // Advertisements speak through people, too.
  except: '[data-urn^="urn:li:sponsored"]',
  role: 'author',
  person: person(
    ACTOR,
    [
      { find: '.update-components-actor__title span[aria-hidden="true"]', outside: QUOTED },
      { find: '.feed-shared-actor__name span[aria-hidden="true"]', outside: QUOTED },
      { find: '.feed-shared-actor__name', outside: QUOTED },
    ],
    QUOTED,
  ),
  nobody: { find: ACTOR, outside: QUOTED, attribute: 'href', path: '/company/{}/**' },
  id: { attribute: 'data-urn', starts: 'urn:li:' },
  at: { value: { attribute: 'data-urn', after: 'urn:li:activity:' }, as: bits },
  text: { find: '.update-components-text, .feed-shared-text' },
  others: [
    // Who is named in the head may have passed it on or only liked it: words alone tell, so nobody is taken from there.
    {
      find: QUOTED,
      role: 'quoted',
      person: person(ACTOR, { find: '.update-components-actor__title span[aria-hidden="true"]' }),
    },
  ],
};

const COMMENTER = 'a.comments-comment-meta__description-container, a.comments-post-meta__actor-link';
const comment: ItemRule = {
  select: 'article.comments-comment-entity[data-id], article.comments-comment-item[data-id]',
  role: 'commenter',
  person: person(COMMENTER, [
    { find: '.comments-comment-meta__description-title span[aria-hidden="true"]' },
    { find: '.comments-comment-meta__description-title' },
    { find: '.comments-post-meta__name-text span[aria-hidden="true"]' },
    { find: '.comments-post-meta__name-text' },
  ]),
  nobody: { find: COMMENTER, attribute: 'href', path: '/company/{}/**' },
  id: { attribute: 'data-id', starts: 'urn:li:comment:' },
  at: { value: { attribute: 'data-id', after: ',', before: ')' }, as: bits },
  text: { find: '.update-components-text, .comments-comment-item__main-content' },
};

/** Whoever a card of the newer layout is by can be reached by the keyboard; who is named in its head is not. */
const NEW_ACTOR = 'a[tabindex][href*="/in/"]';
const NEW_HEAD = '[componentkey^="feed-header"]';

const newPost: ItemRule = {
  select: '[role="listitem"][componentkey^="update-card-focus"]',
  role: 'author',
  person: person(
    NEW_ACTOR,
    [
      { find: `${NEW_ACTOR} span[aria-hidden="true"]`, outside: NEW_HEAD },
      { find: `${NEW_ACTOR} p, ${NEW_ACTOR} strong, ${NEW_ACTOR} span`, outside: NEW_HEAD },
    ],
    NEW_HEAD,
  ),
  others: [
    {
      find: `${NEW_ACTOR}[tabindex="0"]`,
      role: 'quoted',
      person: {
        identities: [{ kind: 'linkedin', value: { attribute: 'href', path: '/in/{}/**' } }],
        name: [{ find: 'span[aria-hidden="true"]' }, { find: 'p, strong, span' }],
      },
    },
  ],
  id: [
    { find: 'a[href*="/feed/update/urn:li:"]', attribute: 'href', path: '/feed/update/{}/**' },
    { attribute: 'componentkey' },
  ],
  at: {
    value: {
      find: 'a[href*="/feed/update/urn:li:"]',
      attribute: 'href',
      path: '/feed/update/{}/**',
      after: 'urn:li:activity:',
    },
    as: bits,
  },
  text: { find: '[data-testid="expandable-text-box"]', skip: 'button' },
};

const newComment: ItemRule = {
  select: '[componentkey^="replaceableComment_"]',
  role: 'commenter',
  person: person('a[href*="/in/"]', [
    { find: 'a[href*="/in/"] span[aria-hidden="true"]' },
    { find: 'a[href*="/in/"] p, a[href*="/in/"] strong, a[href*="/in/"] span' },
    { find: 'a[href*="/in/"]' },
  ]),
  nobody: { find: 'a[href]', attribute: 'href', path: '/company/{}/**' },
  id: { attribute: 'componentkey', after: 'replaceableComment_' },
  at: { value: { attribute: 'componentkey', after: ',', before: ')' }, as: bits },
  text: { find: '[data-testid="expandable-text-box"]', skip: 'button' },
};

/** Whatever is a post or a comment, whichever layout shows it. */
export const talk: ItemRule[] = [post, comment, newPost, newComment];

/** On the page of one post, another one that follows is only recommended. */
export const talkOfOne: ItemRule[] = [
  post,
  comment,
  {
    ...newPost,
    isOnly: 'first',
    id: [{ from: 'address', path: '/feed/update/{}/**', starts: 'urn:li:' }, ...[newPost.id ?? []].flat()],
    at: {
      value: [
        { from: 'address', path: '/feed/update/{}/**', after: 'urn:li:activity:' },
        ...[newPost.at?.value ?? []].flat(),
      ],
      as: bits,
    },
  },
  newComment,
];
