// The pages that are measured on: a blank one, a long list of mail, and a message whose sender can be changed.

export const blank = '<!doctype html><meta charset="utf-8"><title>Blank</title>';

const row = (at: number) =>
  `<tr class="message"><td class="subject"><span class="fromto"><span class="adr"><a class="rcmContactAddress" title="person${at}@company.example">Person ${at}</a></span></span><span class="date">Mon</span><span class="subject"><a href="#"><span>Order ${at}</span></a></span></td></tr>`;

/** A list of mail with about `nodes` elements; `redraw(times)` replaces its rows in view, as scrolling does. */
export const list = (
  nodes: number,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>List</title>
<body class="task-mail"><table id="messagelist"><tbody>${Array.from({ length: Math.floor(nodes / 9) }, (_item, at) => row(at)).join('')}</tbody></table>
<script>
  const body = document.querySelector('tbody');
  let next = 0;
  globalThis.redraw = async times => {
    for (let round = 0; round < times; round++) {
      for (let at = 0; at < 40; at++) {
        const fresh = body.rows[at].cloneNode(true);
        fresh.querySelector('.subject a span').textContent = 'Order ' + next++;
        body.rows[at].replaceWith(fresh);
      }
      await new Promise(requestAnimationFrame);
    }
  };
</script></body></html>`;

/** A message in Roundcube's structure; \`show(name, address)\` opens another one in its place. */
export const message = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Message</title>
<body class="task-mail action-show"><main></main><template>
<div id="message-header"><h2 class="subject">Subject: <span></span></h2>
<div class="header-headers"><table class="headers-table"><tr><td class="header from"><span class="adr"><a class="rcmContactAddress"></a></span></td></tr>
<tr><td class="header to"><span class="adr"><a class="rcmContactAddress" title="me@own.example" href="mailto:me@own.example">Me</a></span></td></tr></table></div></div>
<div id="messagebody"><div class="message-part"><div class="pre">Hello, thank you for the order. It arrived in good shape.</div></div></div>
</template><script>
  let uid = 1;
  globalThis.show = (name, address) => {
    history.replaceState(null, '', '?_task=mail&_mbox=INBOX&_uid=' + ++uid + '&_action=show');
    const fresh = document.querySelector('template').content.cloneNode(true);
    const link = fresh.querySelector('.from a');
    link.title = address;
    link.href = 'mailto:' + address;
    link.textContent = name;
    fresh.querySelector('h2 span').textContent = 'Order ' + uid;
    document.querySelector('main').replaceChildren(fresh);
    return performance.timeOrigin + performance.now();
  };
  show('First', 'first@nobody.example');
</script></body></html>`;

/** A forum as a recipe: what the list of comments below is read by. */
export const board = {
  format: 1,
  id: 'board',
  name: 'Board',
  hosts: [],
  detect: '#comments',
  presence: 'sidebar',
  channel: 'web',
  written: '.text',
  pages: [
    {
      kind: 'conversation',
      id: { from: 'address', path: '/{}' },
      items: [
        {
          select: 'article[data-id]',
          role: 'commenter',
          person: {
            identities: [
              {
                kind: 'web',
                value: { find: 'a.author', attribute: 'href', path: '/people/{}', as: '{host}/people/{}' },
              },
            ],
            name: { find: 'a.author' },
          },
          id: { attribute: 'data-id' },
          at: { value: { find: 'time', attribute: 'datetime' }, as: 'iso' },
          text: { find: '.text' },
        },
      ],
    },
  ],
};

/**
 * 1,000 comments of which a virtual list shows 40: `redraw(times)` scrolls, and the same elements stand for other people,
 * as on X or LinkedIn. Around them 4,000 elements that stay.
 */
export const comments = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Comments</title>
<style>article { position: absolute; inset-inline: 0; block-size: 90px }</style>
<body><main id="comments" style="position:relative;block-size:90000px"></main>
<aside>${'<p><span>Other</span> <a href="#">link</a></p>'.repeat(1300)}</aside>
<script>
  const main = document.querySelector('main');
  const shown = Array.from({ length: 40 }, () => {
    const article = document.createElement('article');
    article.innerHTML = '<header><img alt=""><a class="author"></a> <time></time></header><div class="text"><p></p></div><footer><button>Like</button><button>Answer</button></footer>';
    main.append(article);
    return article;
  });
  const show = first => {
    for (const [place, article] of shown.entries()) {
      const id = (first + place) % 1000;
      article.dataset.id = 'c' + id;
      article.style.transform = 'translateY(' + (first + place) * 90 + 'px)';
      const author = article.querySelector('.author');
      author.href = '/people/person-' + (id % 300);
      author.firstChild ? (author.firstChild.nodeValue = 'Person ' + (id % 300)) : author.append('Person ' + (id % 300));
      const time = article.querySelector('time');
      time.dateTime = '2026-11-04T10:00:00Z';
      time.textContent = id + ' min';
      article.querySelector('p').textContent = 'Comment ' + id + ' on the order that came late.';
    }
  };
  show(0);
  let first = 0;
  globalThis.redraw = async times => {
    for (let round = 0; round < times; round++) {
      first = (first + 5) % 960;
      scrollTo(0, first * 90);
      show(first);
      await new Promise(requestAnimationFrame);
    }
  };
</script></body></html>`;
