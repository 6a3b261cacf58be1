// Reddit, in its two layouts: everything stands in attributes of `shreddit-…` elements, or of `.thing` at old.reddit.com.
import type { PageRule, PersonRule, Recipe } from '../../model/recipe';

const NEW = ['www.reddit.com', 'reddit.com', 'sh.reddit.com', 'new.reddit.com'];
const OLD = ['old.reddit.com'];
const POST = ['/r/*/comments/{}/**', '/user/*/comments/{}/**'];

const author: PersonRule = {
  identities: [
    {
      kind: 'reddit',
      value: { attribute: 'author', not: ['[deleted]'] },
      id: { attribute: 'author-id', starts: 't2_' },
    },
  ],
};
const oldAuthor: PersonRule = {
  identities: [
    {
      kind: 'reddit',
      value: { attribute: 'data-author', not: ['[deleted]'] },
      id: { attribute: 'data-author-fullname', starts: 't2_' },
    },
  ],
};
const conversation = POST.map(path => ({ from: 'address', path, as: 't3_{}' }) as const);

const post: PageRule = {
  about: 'A post with its comments',
  hosts: NEW,
  paths: POST,
  kind: 'conversation',
  id: conversation,
  title: { find: 'shreddit-post', attribute: 'post-title' },
  focus: { from: 'address', path: '/r/*/comments/*/comment/{}/**', as: 't1_{}' },
  items: [
    {
      select: 'shreddit-post',
      isOnly: 'id',
      except: '[author="[deleted]"]',
      outside: 'shreddit-ad-post, shreddit-comments-page-ad',
      role: 'author',
      person: author,
      id: { attribute: 'id', starts: 't3_' },
      at: { value: { attribute: 'created-timestamp' }, as: 'iso' },
      text: { find: '[slot="text-body"]', skip: 'blockquote' },
    },
    {
      select: 'shreddit-comment',
      except: '[author="[deleted]"]',
      outside: 'shreddit-ad-post, shreddit-comments-page-ad',
      role: 'commenter',
      person: author,
      id: { attribute: 'thingid', starts: 't1_' },
      at: { value: { attribute: 'created' }, as: 'iso' },
      text: { find: '[slot="comment"]', skip: 'blockquote' },
      parent: [{ attribute: 'parentid' }, { attribute: 'postid' }],
    },
  ],
  composers: [
    {
      select: 'shreddit-composer [contenteditable="true"][role="textbox"], shreddit-composer textarea',
      scope: 'shreddit-composer',
      send: 'button[slot="submit-button"]',
      answers: ['around', 'author'],
      isPublic: true,
    },
  ],
};

const oldPost: PageRule = {
  about: 'A post with its comments, old layout',
  hosts: OLD,
  paths: POST,
  kind: 'conversation',
  id: conversation,
  title: { find: '#siteTable .thing.link a.title' },
  focus: { from: 'address', path: '/r/*/comments/*/*/{}', as: 't1_{}' },
  items: [
    {
      select: '.thing.link',
      isOnly: 'id',
      except: '[data-author="[deleted]"], .promoted, .promotedlink, [data-promoted="true"]',
      outside: '#siteTable_organic, .spotlight',
      role: 'author',
      person: oldAuthor,
      id: { attribute: 'data-fullname', starts: 't3_' },
      at: { value: { find: '.tagline time', attribute: 'datetime' }, as: 'iso' },
      text: { find: '.usertext-body .md', skip: 'blockquote' },
    },
    {
      select: '.thing.comment',
      except: '[data-author="[deleted]"], .deleted',
      role: 'commenter',
      person: oldAuthor,
      id: { attribute: 'data-fullname', starts: 't1_' },
      at: { value: { find: '.tagline time', attribute: 'datetime' }, as: 'iso' },
      text: { find: '.usertext-body .md', skip: 'blockquote' },
      mark: '.entry',
    },
  ],
  composers: [
    {
      select: 'form.usertext textarea[name="text"]',
      scope: 'form.usertext',
      send: 'button.save',
      answers: ['around', 'author'],
      isPublic: true,
    },
  ],
};

/** Known authors get marks in a list; who is in it is nobody's card. */
const listing: PageRule = {
  about: 'The posts of one community',
  paths: ['/r/{}', ...['hot', 'new', 'top', 'rising', 'best'].map(order => `/r/{}/${order}`)],
  kind: 'list',
  items: [
    {
      select: 'shreddit-post',
      except: '[author="[deleted]"]',
      outside: 'shreddit-ad-post',
      role: 'author',
      only: 'mark',
      person: author,
    },
    {
      select: '.thing.link',
      except: '[data-author="[deleted]"], .promoted, .promotedlink, [data-promoted="true"]',
      outside: '#siteTable_organic, .spotlight',
      role: 'author',
      only: 'mark',
      person: oldAuthor,
    },
  ],
};

/** Names of people stand in the address; posts on their page get marks. */
const profile: PageRule = {
  about: 'The page of one person',
  paths: ['/user/{}/**', '/u/{}/**'],
  kind: 'profile',
  items: [
    {
      select: 'body',
      role: 'profile',
      only: 'person',
      person: {
        identities: [
          {
            kind: 'reddit',
            value: [
              { from: 'address', path: '/user/{}/**', not: ['me'] },
              { from: 'address', path: '/u/{}/**', not: ['me'] },
            ],
          },
        ],
      },
    },
  ],
};

export const reddit: Recipe = {
  format: 1,
  id: 'reddit',
  name: 'Reddit',
  hosts: [...NEW, ...OLD],
  presence: 'sidebar',
  channel: 'reddit',
  written: '[slot="comment"], [slot="text-body"], [id$="-rtjson-content"], .md, .usertext-body',
  own: [
    {
      kind: 'reddit',
      value: { find: '#header-bottom-right .user > a', attribute: 'href', path: '/user/{}', anywhere: true },
    },
    {
      kind: 'reddit',
      value: [
        { find: 'shreddit-app[current-user-name]', attribute: 'current-user-name', anywhere: true },
        {
          find: 'faceplate-tracker[source="user_drawer"] a[href*="/user/"], #user-drawer-content a[href*="/user/"]',
          attribute: 'href',
          path: '/user/{}/**',
          anywhere: true,
        },
      ],
    },
  ],
  pages: [post, oldPost, listing, profile],
};
