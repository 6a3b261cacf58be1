// What the demo's pages do: a chosen row opens in the frame, an answer begins at the end of the greeting, sending is told.
const frame = document.querySelector('#messagecontframe');

for (const row of document.querySelectorAll('#messagelist tr.message')) {
  const link = row.querySelector('a[href*="_uid="]');
  const open = () => {
    for (const other of row.parentElement.children) other.classList.toggle('selected', other === row);
    frame.src = `/?_task=mail&_mbox=INBOX&_uid=${row.dataset.uid}&_framed=1&_action=preview`;
  };
  row.addEventListener('click', event => {
    event.preventDefault();
    open();
  });
  link.addEventListener('keydown', event => {
    const step = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
    step?.querySelector('a[href*="_uid="]').focus();
  });
  row.addEventListener('dblclick', () => location.assign(link.href));
}

const box = document.querySelector('#composebody');
if (box) {
  box.focus();
  box.setSelectionRange(0, 0);
}

document.querySelector('#compose-content')?.addEventListener('submit', event => {
  event.preventDefault();
  document.querySelector('#notice').textContent = 'This is the demo: nothing is sent.';
});
