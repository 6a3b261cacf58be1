// WordPress, on whatever host: the moderation of comments, and the comments below a post in classic and block themes.
import type { ItemRule, PageRule, Recipe, Step } from '../../model/recipe';

/** The hash that stands for no address at all. */
const NO_ADDRESS = ['d41d8cd98f00b204e9800998ecf8427e'];
const gravatar = (find: string): Step[] => [
  { find, attribute: 'src', after: '/avatar/', before: '?', shape: 'hex', not: NO_ADDRESS },
  { find, attribute: 'src', after: '/avatar/', shape: 'hex', not: NO_ADDRESS },
];

/** Registered people have their login in the classes of what they wrote. */
const LOGIN: Step[] = [
  { attribute: 'class', after: 'comment-author-', before: ' ', as: '{host}/{}' },
  { attribute: 'class', after: 'comment-author-', as: '{host}/{}' },
];

const moderated: ItemRule = {
  select: '#the-comment-list > tr.comment[id^="comment-"]',
  except: '.pingback, .trackback',
  role: 'commenter',
  person: {
    identities: [
      {
        kind: 'email',
        // Links to addresses stand there, too, but a commenter can name one as their website.
        value: [{ find: '.author-email' }, { find: '[id^="inline-"] > textarea + div' }],
      },
      { kind: 'wordpress', value: LOGIN },
      { kind: 'gravatar', value: gravatar('td.column-author img.avatar') },
    ],
    name: [{ find: 'td.column-author strong' }, { find: '.hidden > .author' }],
    guests: true,
  },
  id: { attribute: 'id', starts: 'comment-' },
  text: {
    find: 'td.column-comment',
    skip: 'blockquote, .comment-author, .submitted-on, .reply, .row-actions, .hidden, button',
  },
};

const moderation: PageRule = {
  about: 'The moderation of comments',
  paths: ['/**/wp-admin/edit-comments.php'],
  kind: 'conversation',
  items: [moderated],
  composers: [
    {
      select: '#replyrow textarea#replycontent',
      scope: '#replyrow',
      send: '.save',
      unless: '#action[value="edit-comment"]',
      answers: [{ id: { find: '#comment_ID', attribute: 'value', shape: 'digits', as: 'comment-{}' } }],
      isPublic: true,
    },
  ],
};

const COMMENTS = 'ol.comment-list, .wp-block-comment-template';

const author: ItemRule = {
  select:
    '.byline a[href*="/author/"], .posted-by a[href*="/author/"], .wp-block-post-author-name a[href*="/author/"], .author-name a[href*="/author/"]',
  outside: `${COMMENTS}, .wp-block-query, nav, aside, .site-footer, #colophon`,
  role: 'author',
  only: 'person',
  isOnly: 'first',
  person: {
    identities: [{ kind: 'wordpress', value: { attribute: 'href', path: '/**/author/{}', as: '{host}/{}' } }],
    name: {},
  },
};

/** Some themes name the author below the post only, with words around the name. */
const biography: ItemRule = {
  select: '.author-bio',
  role: 'author',
  only: 'person',
  isOnly: 'first',
  person: {
    identities: [
      {
        kind: 'wordpress',
        value: { find: 'a[href*="/author/"]', attribute: 'href', path: '/**/author/{}', as: '{host}/{}' },
      },
    ],
  },
};

const comment: ItemRule = {
  select: 'ol.comment-list li.comment[id^="comment-"], .wp-block-comment-template li.comment[id^="comment-"]',
  except: '.pingback, .trackback',
  role: 'commenter',
  person: {
    identities: [
      { kind: 'wordpress', value: LOGIN },
      { kind: 'gravatar', value: gravatar('img.avatar') },
    ],
    name: { find: '.comment-author .fn, .wp-block-comment-author-name' },
    guests: true,
  },
  id: { attribute: 'id', starts: 'comment-' },
  at: { value: { find: 'time', attribute: 'datetime' }, as: 'iso' },
  text: { find: '.comment-content, .wp-block-comment-content', skip: 'blockquote' },
};

const post: PageRule = {
  about: 'A post with its comments',
  when: `${COMMENTS}, #commentform`,
  unless: 'body.wp-admin',
  kind: 'conversation',
  id: [
    { find: 'link[rel="shortlink"]', anywhere: true, attribute: 'href', after: '://' },
    { from: 'address', after: '://', before: '?' },
    { from: 'address', after: '://', before: '#' },
    { from: 'address', after: '://' },
  ],
  title: { find: 'h1.entry-title, h1.wp-block-post-title' },
  focus: { from: 'address', fragment: true, starts: 'comment-' },
  items: [author, biography, comment],
  composers: [
    {
      select: '#commentform textarea#comment',
      scope: '#commentform',
      send: '#submit',
      answers: [
        {
          id: { find: '#comment_parent', attribute: 'value', shape: 'digits', not: ['0'], as: 'comment-{}' },
        },
        'author',
      ],
      isPublic: true,
    },
  ],
};

export const wordpress: Recipe = {
  format: 1,
  id: 'wordpress',
  name: 'WordPress',
  hosts: [],
  detect: `body.wp-admin, meta[name="generator"][content^="WordPress"], ${COMMENTS}, #commentform`,
  presence: 'sidebar',
  channel: 'wordpress',
  typed: ['email', 'gravatar'],
  // Posts, too: who writes them may use the classes that comments and names have.
  written:
    '.comment-content, .wp-block-comment-content, td.column-comment p, .entry-content, .wp-block-post-content',
  own: [
    {
      kind: 'wordpress',
      value: { find: '#wp-admin-bar-my-account .username', anywhere: true, as: '{host}/{}' },
    },
  ],
  pages: [moderation, post],
};
