// LinkedIn in its two layouts: classic (classes, `data-urn`) and the newer one of generated classes, read by roles,
// `componentkey`s and addresses. It punishes whoever reads it unasked: side panel only, one look when the user asks.
import type { ComposerRule, PageRule, Recipe } from '../../model/recipe';
import { ID, idOf, person, talk, talkOfOne, WRITTEN } from './linkedin-posts';

const BUBBLE = '.msg-overlay-conversation-bubble';
const MESSAGE_BOX = '.msg-form__contenteditable[contenteditable="true"]';
const message = (scope: string, link: string): ComposerRule => ({
  select: MESSAGE_BOX,
  scope,
  send: '.msg-form__send-button, button.msg-form__send-btn',
  answers: [
    {
      person: {
        identities: [
          {
            kind: 'linkedin',
            value: { find: link, attribute: 'href', path: '/in/{}/**' },
            id: idOf(link),
          },
        ],
      },
    },
    'everybody',
  ],
  isPublic: false,
});
const bubbles: ComposerRule = {
  ...message(BUBBLE, '.msg-overlay-bubble-header a[href*="/in/"], header a[href*="/in/"]'),
  select: `${BUBBLE} ${MESSAGE_BOX}`,
};

const below: ComposerRule = {
  select: '.comments-comment-box .ql-editor[contenteditable="true"], .tiptap[contenteditable="true"]',
  scope: '.comments-comment-box, [componentkey^="commentBox-"], [componentkey*="replaceableCommentTools"]',
  send: '.comments-comment-box__submit-button, .comments-comment-box__submit-button--cr',
  answers: ['around', 'author'],
  isPublic: true,
};

const posts: PageRule = {
  about: 'A post with its comments',
  paths: ['/feed/update/{}/**', '/posts/{}/**'],
  kind: 'conversation',
  id: [
    { find: 'div.feed-shared-update-v2[data-urn]', attribute: 'data-urn', starts: 'urn:li:activity:' },
    { from: 'address', path: '/feed/update/{}/**', starts: 'urn:li:' },
    ...['activity', 'ugcPost', 'share'].flatMap(kind => [
      {
        from: 'address',
        path: '/posts/{}/**',
        after: `-${kind}-`,
        before: '-',
        as: `urn:li:${kind}:{}`,
      } as const,
    ]),
  ],
  focus: [
    { from: 'address', query: 'replyUrn' },
    { from: 'address', query: 'commentUrn' },
  ],
  items: talkOfOne,
  composers: [bubbles, below],
};

const messaging: PageRule = {
  about: 'A conversation of messages',
  paths: ['/messaging/thread/{}/**'],
  kind: 'conversation',
  id: { from: 'address', path: '/messaging/thread/{}/**' },
  items: [
    {
      select: 'a.msg-thread__link-to-profile',
      role: 'sender',
      only: 'person',
      person: {
        identities: [
          {
            kind: 'linkedin',
            value: { attribute: 'href', path: '/in/{}/**' },
            id: { attribute: 'href', path: '/in/{}/**', starts: ID },
          },
        ],
        name: { find: '.msg-entity-lockup__entity-title' },
      },
    },
    {
      select: '.msg-s-event-listitem[data-event-urn]',
      outside: BUBBLE,
      role: 'sender',
      self: '.msg-s-event-listitem:not(.msg-s-event-listitem--other)',
      person: person('a.msg-s-event-listitem__link[href*="/in/"]', { find: '.msg-s-message-group__name' }),
      continues: true,
      id: { attribute: 'data-event-urn' },
      text: { find: '.msg-s-event-listitem__body' },
    },
  ],
  composers: [bubbles, message('.msg-convo-wrapper, .msg-thread, main', 'a.msg-thread__link-to-profile')],
};

/** Links to a person's connections name the person by the id. */
const CONNECTIONS = [
  { query: 'connectionOf', after: '["' },
  { query: 'facetConnectionOf', after: '"' },
].map(({ query, after }) => ({
  find: 'section a[href*="onnectionOf="]',
  attribute: 'href',
  query,
  after,
  before: '"',
  starts: ID,
}));

const profile: PageRule = {
  about: 'The page of one person',
  paths: ['/in/{}', '/in/*/overlay/**'],
  kind: 'profile',
  items: [
    {
      select: 'main',
      role: 'profile',
      only: 'person',
      person: {
        identities: [
          {
            kind: 'linkedin',
            value: { from: 'address', path: '/in/{}/**', not: ['me'] },
            id: [
              { from: 'address', path: '/in/{}/**', starts: ID },
              ...CONNECTIONS,
              {
                find: 'section a[href*="profileUrn="]',
                attribute: 'href',
                query: 'profileUrn',
                after: 'rofile:',
                starts: ID,
              },
            ],
          },
        ],
        name: [{ find: 'h1' }, { find: 'h2' }],
      },
    },
  ],
  composers: [bubbles],
};

export const linkedin: Recipe = {
  format: 1,
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: ['www.linkedin.com'],
  presence: 'panel',
  reading: 'asked',
  channel: 'linkedin',
  written: WRITTEN,
  own: [
    {
      kind: 'linkedin',
      value: [
        {
          find: '.feed-identity-module a[href*="/in/"], .profile-card-member-details a[href*="/in/"], [data-testid="leftRail"] a[href*="/in/"]',
          anywhere: true,
          attribute: 'href',
          path: '/in/{}/**',
        },
        // Only whose page it is can edit it.
        { find: 'main a[href*="/edit/"]', anywhere: true, attribute: 'href', path: '/in/{}/edit/**' },
      ],
    },
  ],
  pages: [
    posts,
    messaging,
    {
      about: 'The feed',
      paths: ['/feed', '/'],
      kind: 'list',
      items: talk,
      composers: [bubbles, below],
    },
    profile,
  ],
};
