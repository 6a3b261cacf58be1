// A text field whose value React holds: what React does not hear of is thrown away at the next render.
import { type ChangeEvent, createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { openPage } from '../page';

type Props = { text: string; onHeld: (text: string) => void };

await openPage(async (host, text, changed) => {
  let value = text;
  await new Promise<void>(mounted => {
    const onHeld = (held: string) => {
      value = held;
      changed();
      mounted();
    };
    createRoot(host).render(createElement(Field, { text, onHeld }));
  });
  return { state: () => value, focus: () => host.querySelector('textarea')?.focus() };
});

function Field({ text, onHeld }: Props) {
  const [value, hold] = useState(text);
  useEffect(() => onHeld(value), [value]);
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => hold(event.target.value);
  return createElement('textarea', { value, onChange });
}
