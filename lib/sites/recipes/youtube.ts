// YouTube: names of its elements and ids in them, of 2018 and of today; ids repeat, so each is looked for in its comment.
import type { ItemRule, PageRule, PersonRule, Recipe, Step, Value } from '../../model/recipe';

/** Handles; before 2022 channels had names of their own choice, which are no handles. */
const toHandle = (find: string): Step[] =>
  ['/@{}/**', '/{c}/{}', '/{user}/{}'].map(path => ({ find, attribute: 'href', path }));
const TO_CHANNEL = { attribute: 'href', path: '/channel/{}', starts: 'UC' } satisfies Step;

const account = (find: string): PersonRule => ({
  identities: [{ kind: 'youtube', value: toHandle(find), id: { find, ...TO_CHANNEL }, isIdEnough: true }],
  name: { find },
});

const OWNER = 'ytd-channel-name a[href], #channel-name a[href], yt-attributed-string a[href]';
const COMMENT_ID = {
  find: '#published-time-text a[href*="lc="], .published-time-text a[href*="lc="]',
  attribute: 'href',
};

const owner: ItemRule = {
  select: 'ytd-video-owner-renderer',
  role: 'author',
  only: 'person',
  person: account(OWNER),
};

const comment: ItemRule = {
  select: 'ytd-comment-view-model, ytd-comment-renderer',
  outside: 'ytd-promoted-sparkles-web-renderer, template',
  role: 'commenter',
  person: account('#author-text[href], #author-text a[href]'),
  id: { ...COMMENT_ID, query: 'lc' },
  text: { find: '#content-text' },
  group: 'ytd-comment-thread-renderer',
};

const composers: PageRule['composers'] = [
  {
    select: 'ytd-commentbox #contenteditable-root[contenteditable="true"]',
    scope: 'ytd-commentbox',
    send: '#submit-button button, #submit-button',
    answers: ['around', { group: 'ytd-comment-thread-renderer' }, 'author'],
    isPublic: true,
  },
];

const page = (about: string, paths: string[], id: Value, items: ItemRule[]): PageRule => ({
  about,
  paths,
  kind: 'conversation',
  id,
  focus: { from: 'address', query: 'lc' },
  items,
  composers,
});

const post: ItemRule = {
  select: 'ytd-backstage-post-renderer',
  role: 'author',
  person: account('#author-text[href], #author-text a[href]'),
  id: { find: '#published-time-text a', attribute: 'href', path: '/post/{}' },
  text: { find: '#content-text' },
};

const shortsOwner: ItemRule = {
  select:
    'ytd-reel-video-renderer[is-active] yt-reel-channel-bar-view-model, ytd-reel-video-renderer[is-active] ytd-channel-name',
  role: 'author',
  only: 'person',
  person: account('a[href]'),
};

const channel: PageRule = {
  about: 'The page of one channel',
  paths: ['/@{}/**', '/channel/{}/**'],
  kind: 'profile',
  items: [
    {
      select: 'ytd-browse[page-subtype="channels"]',
      role: 'profile',
      only: 'person',
      person: {
        identities: [
          {
            kind: 'youtube',
            value: { from: 'address', path: '/@{}/**' },
            id: { from: 'address', path: '/channel/{}/**', starts: 'UC' },
            isIdEnough: true,
          },
        ],
        name: {
          find: 'yt-page-header-view-model h1, #channel-header ytd-channel-name #text, #channel-name #text',
        },
      },
    },
  ],
};

export const youtube: Recipe = {
  format: 1,
  id: 'youtube',
  name: 'YouTube',
  hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com', 'studio.youtube.com'],
  presence: 'sidebar',
  channel: 'youtube',
  written: '#content-text',
  own: [
    {
      kind: 'youtube',
      value: { find: 'ytd-active-account-header-renderer #channel-handle', anywhere: true, without: '@' },
    },
  ],
  pages: [
    {
      ...page('A video with its comments', ['/watch'], { from: 'address', query: 'v' }, [owner, comment]),
      title: { find: 'ytd-watch-metadata h1, h1.title' },
      keep: ['v'],
    },
    {
      ...page('A live video', ['/live/{}'], { from: 'address', path: '/live/{}' }, [owner, comment]),
      title: { find: 'ytd-watch-metadata h1, h1.title' },
    },
    page('A short', ['/shorts/{}'], { from: 'address', path: '/shorts/{}' }, [shortsOwner, comment]),
    page('A post', ['/post/{}'], { from: 'address', path: '/post/{}' }, [post, comment]),
    channel,
  ],
};
