// The keys, and where the browser lets them be changed.

const shortcuts = [
  ['Alt Shift R', 'Show or hide the sidebar in the page'],
  ['Alt Shift P', 'Open the browser’s own side panel'],
  ['/', 'Search quick replies'],
  ['↑ ↓', 'Choose a reply; move between tabs with ← →'],
  ['Ctrl Enter', 'Insert the reply, or save the note you are in'],
  ['Ctrl K', 'Find a person; in the full page also a screen or something to do'],
  ['?', 'All keys of the full page, while it is in front'],
  ['Ctrl Z', 'Take back what was just done'],
  ['Esc', 'Leave a field or the search; then back to the page'],
] as const;

export function Shortcuts() {
  return (
    <section class="step">
      <h2>Keys</h2>
      <p class="lead">
        The first two belong to the browser: change them under{' '}
        <span class="mono">chrome://extensions/shortcuts</span>, in Firefox under Add-ons, Manage extension
        shortcuts. On a Mac, Ctrl is ⌘.
      </p>
      <dl class="leaders">
        {shortcuts.map(([keys, what]) => (
          <div key={keys}>
            <dt>{what}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
