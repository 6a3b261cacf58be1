// GitHub: issues in React, pull requests and discussions in the classic layout. People are `data-hovercard-url`s in both.
import type { ItemRule, PageRule, PersonRule, Recipe, Step } from '../../model/recipe';

const PEOPLE = 'a[data-hovercard-url^="/users/"]';
const AVATAR = 'img[src*="/u/"]';

/** The number of an account stands in the address of its picture. */
const numberIn = (find: string): Step[] => [
  { find, attribute: 'src', after: '/u/', before: '?', shape: 'digits' },
  { find, attribute: 'src', after: '/u/', shape: 'digits' },
];

const author = (link: string, avatar: string): PersonRule => ({
  identities: [
    {
      kind: 'github',
      value: { find: link, attribute: 'data-hovercard-url', path: '/users/{}/hovercard', not: ['ghost'] },
      id: numberIn(avatar),
    },
  ],
});

/** Apps are no people, and neither is `ghost`, who stands for every account that was deleted. */
const nobody = (link: string): Step[] =>
  ['/apps/{}/hovercard', '/users/{ghost}/hovercard'].map(path => ({
    find: link,
    attribute: 'data-hovercard-url',
    path,
  }));

const TEXT = { find: '.markdown-body, .comment-body', skip: 'blockquote' };

const HEADER = '[data-testid="comment-header"]';
const BODY_HEADER = 'a[data-testid="issue-body-header-author"]';

const reactBody: ItemRule = {
  select: '[data-testid="issue-body"]',
  role: 'author',
  person: author(BODY_HEADER, `${PEOPLE} ${AVATAR}`),
  nobody: nobody(BODY_HEADER),
  id: [
    { find: 'a[data-testid="issue-body-header-link"]', attribute: 'href', fragment: true },
    { attribute: 'data-testid' },
  ],
  at: { value: { find: 'relative-time', attribute: 'datetime' }, as: 'iso' },
  text: TEXT,
};

const reactComment: ItemRule = {
  select: '.react-issue-comment',
  role: 'commenter',
  person: author(`${HEADER} a[data-testid="avatar-link"]`, `${HEADER} ${AVATAR}`),
  nobody: nobody(`${HEADER} a[data-testid="avatar-link"]`),
  id: { find: HEADER, attribute: 'id', starts: 'issuecomment-' },
  at: { value: { find: `${HEADER} relative-time`, attribute: 'datetime' }, as: 'iso' },
  text: TEXT,
};

/** Comments on one line of a change answer the first of them. */
const THREAD = '.js-resolvable-timeline-thread-container, .review-thread, .js-comments-holder';

/** Pictures that are the author's: other people's stand in what a comment is answered by. */
const OWN_AVATAR = ['.TimelineItem-avatar', '.nested-avatar', 'a.author', 'h3', 'h4']
  .map(around => `${around} ${AVATAR}`)
  .join(', ');
/** Where the id of a comment may stand within it, the one that its link names first. */
const IDS = ['issuecomment-', 'discussioncomment-', 'pullrequest-', 'issue-', 'discussion-'].map(start => ({
  find: `[id^="${start}"]`,
  attribute: 'id',
}));

const classic: Omit<ItemRule, 'role'> = {
  // The wrapper of a whole thread has the class of one comment.
  select:
    '.js-comment-container:not(.review-thread-component, .js-resolvable-timeline-thread-container), .review-comment',
  person: author(`a.author${PEOPLE.slice(1)}`, OWN_AVATAR),
  nobody: [...nobody('a.author'), { find: 'a.author', attribute: 'href', path: '/apps/{}' }],
  id: [
    { attribute: 'id', starts: 'discussion_r' },
    ...IDS,
    { up: '[id^="pullrequestreview-"]', attribute: 'id' },
    {
      up: '[data-hovercard-subject-tag^="pull_request_review:"]',
      attribute: 'data-hovercard-subject-tag',
      after: ':',
      as: 'pullrequestreview-{}',
    },
  ],
  at: { value: { find: 'relative-time', attribute: 'datetime' }, as: 'iso' },
  text: TEXT,
  group: THREAD,
};

const page = (word: string): PageRule => ({
  about: `One of ${word}`,
  paths: [`/*/*/${word}/{}/**`],
  kind: 'conversation',
  id: { from: 'address', path: `/{}/{}/{${word}}/{}/**` },
  title: {
    find: '[data-testid="issue-title"], .gh-header-title .markdown-title, .js-issue-title, h1 .markdown-title',
  },
  link: { from: 'address', path: `/{}/{}/{${word}}/{}/**`, as: 'https://github.com/{}' },
  focus: [
    { from: 'address', fragment: true, starts: 'issuecomment-' },
    { from: 'address', fragment: true, starts: 'discussion' },
  ],
  items: [
    reactBody,
    reactComment,
    { ...classic, role: 'author', isOnly: 'first' },
    { ...classic, role: 'commenter' },
  ],
  composers: [
    {
      select: '[data-testid="issue-viewer-container"] textarea',
      outside: '.react-issue-comment, [data-testid="issue-body"], [data-testid="issue-header"]',
      answers: [],
      isPublic: true,
    },
    {
      select: 'textarea[name="comment[body]"]',
      outside: '.js-comment-update',
      scope: 'form',
      send: 'button[type="submit"].btn-primary',
      answers: [{ group: THREAD }, 'around'],
      isPublic: true,
    },
  ],
});

const profile: PageRule = {
  about: 'The page of one person',
  paths: ['/{}'],
  when: '[itemtype="http://schema.org/Person"]',
  kind: 'profile',
  items: [
    {
      select: '[itemtype="http://schema.org/Person"]',
      role: 'profile',
      only: 'person',
      person: {
        identities: [
          { kind: 'github', value: { from: 'address', path: '/{}' }, id: numberIn('img.avatar-user') },
        ],
        name: { find: '[itemprop="name"]' },
      },
    },
  ],
};

export const github: Recipe = {
  format: 1,
  id: 'github',
  name: 'GitHub',
  hosts: ['github.com'],
  presence: 'sidebar',
  channel: 'github',
  written: '[data-testid="markdown-body"], .markdown-body, .comment-body, .js-comment-body',
  own: [{ kind: 'github', value: { find: 'meta[name="user-login"]', anywhere: true, attribute: 'content' } }],
  pages: [page('issues'), page('pull'), page('discussions'), profile],
};
