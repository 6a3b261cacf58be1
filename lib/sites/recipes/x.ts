// X: read by its `data-testid` attributes, which have been the same since 2019.
import type { ItemRule, PageRule, PersonRule, Recipe, Step } from '../../model/recipe';

/** First parts of addresses that are no handles. */
const RESERVED = [
  'home',
  'explore',
  'notifications',
  'messages',
  'i',
  'search',
  'settings',
  'compose',
  'intent',
  'jobs',
  'login',
  'signup',
  'logout',
  'tos',
  'privacy',
  'about',
  'hashtag',
  'share',
  'download',
  'account',
];
const TABS = ['with_replies', 'highlights', 'articles', 'media', 'likes', 'superfollows'];
const HANDLE = { attribute: 'href', path: '/{}', shape: 'word', not: RESERVED } satisfies Step;

/** The first block of names in a post is its author's; that of a quoted post has no links. */
const author: PersonRule = {
  identities: [{ kind: 'x', value: { find: '[data-testid="User-Name"] a[href]', ...HANDLE } }],
  name: { find: '[data-testid="User-Name"] a[href]' },
};

const ID: Step[] = [
  { find: 'time', up: 'a[href*="/status/"]', attribute: 'href', path: '/*/status/{}/**', shape: 'digits' },
];

/** A quoted post is a link as a whole. */
const QUOTED = 'div[role="link"]';

const post: ItemRule = {
  select: 'article[data-testid="tweet"]',
  outside: '[data-testid="placementTracking"]',
  role: 'commenter',
  isMainById: true,
  person: author,
  id: ID,
  // That of a quoted post is no link.
  at: { value: { find: 'a[href*="/status/"] time', attribute: 'datetime' }, as: 'iso' },
  text: { find: '[data-testid="tweetText"]', outside: QUOTED },
  others: [
    {
      find: '[data-testid="socialContext"]',
      role: 'reposter',
      person: {
        identities: [
          {
            kind: 'x',
            value: [
              { up: 'a[href]', ...HANDLE },
              { find: 'a[href]', ...HANDLE },
            ],
          },
        ],
      },
    },
    {
      find: QUOTED,
      role: 'quoted',
      person: {
        identities: [
          {
            kind: 'x',
            value: {
              find: '[data-testid^="UserAvatar-Container-"]',
              attribute: 'data-testid',
              after: 'UserAvatar-Container-',
              shape: 'word',
            },
          },
        ],
        name: { find: '[data-testid="User-Name"] [dir]' },
        guests: true,
      },
    },
  ],
};

const STATUS = ['/*/status/{}/**', '/i/web/status/{}/**'];

const conversation: PageRule = {
  about: 'A post with its answers',
  paths: STATUS,
  kind: 'conversation',
  id: STATUS.map(path => ({ from: 'address', path, shape: 'digits' }) as const),
  link: { from: 'address', path: '/{}/{status}/{}/**', as: 'https://x.com/{}' },
  items: [post],
  ends: 'section [data-testid="cellInnerDiv"] h2',
  composers: [
    {
      select:
        '[data-testid^="tweetTextarea_"][contenteditable="true"], textarea[data-testid^="tweetTextarea_"]',
      outside: '[data-testid="twitterArticleReadView"]',
      scope: '[role="dialog"], [data-testid="inline_reply_offscreen"], [data-testid="primaryColumn"]',
      send: '[data-testid="tweetButtonInline"], [data-testid="tweetButton"]',
      answers: [{ group: '[role="dialog"]' }, 'author'],
      isPublic: true,
    },
  ],
};

/** Answering in a window of its own, over whatever was there before. */
const answering: PageRule = {
  ...conversation,
  about: 'A window for an answer',
  paths: ['/compose/post', '/compose/tweet', '/intent/post', '/intent/tweet'],
  id: { from: 'address', query: 'in_reply_to', shape: 'digits' },
};

const profile: PageRule = {
  about: 'The page of one person',
  paths: ['/{}', ...TABS.map(tab => `/{}/${tab}`)],
  kind: 'profile',
  items: [
    {
      select: '[data-testid="UserName"]',
      role: 'profile',
      only: 'person',
      person: {
        identities: [
          {
            kind: 'x',
            value: { from: 'address', path: '/{}/**', shape: 'word' },
            id: {
              find: '[data-testid="primaryColumn"] [data-testid$="follow"]',
              anywhere: true,
              outside: '[data-testid="cellInnerDiv"], aside, [data-testid="UserCell"]',
              attribute: 'data-testid',
              before: '-',
              shape: 'digits',
            },
          },
        ],
        name: { find: '[dir]' },
      },
    },
    { ...post, only: 'mark' },
  ],
};

export const x: Recipe = {
  format: 1,
  id: 'x',
  name: 'X',
  hosts: ['x.com', 'www.x.com', 'mobile.x.com', 'twitter.com', 'www.twitter.com', 'mobile.twitter.com'],
  presence: 'sidebar',
  channel: 'x',
  written:
    '[data-testid="tweetText"], [data-testid="UserDescription"], [data-testid="card.wrapper"], [data-testid="twitterArticleReadView"]',
  own: [
    {
      kind: 'x',
      value: [
        { find: 'a[data-testid="AppTabBar_Profile_Link"]', anywhere: true, attribute: 'href', path: '/{}' },
        {
          find: '[data-testid="SideNav_AccountSwitcher_Button"] [data-testid^="UserAvatar-Container-"]',
          anywhere: true,
          attribute: 'data-testid',
          after: 'UserAvatar-Container-',
        },
      ],
    },
  ],
  pages: [
    conversation,
    answering,
    { about: 'Pages of X itself', paths: RESERVED.map(word => `/${word}/**`), kind: 'nothing' },
    profile,
  ],
};
