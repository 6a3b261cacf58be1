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
