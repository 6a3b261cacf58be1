// An icon: one of lucide's drawings in the text's colour.
import type { IconNode } from 'lucide';
import { h } from 'preact';

type Props = { node: IconNode; flip?: boolean; fill?: boolean };

/** Decoration beside words or a label; hidden from assistive technology. */
export function Icon({ node, flip, fill }: Props) {
  const names = ['icon', flip && 'flip', fill && 'fill'].filter(Boolean).join(' ');
  return (
    <svg class={names} viewBox="0 0 24 24" aria-hidden="true">
      {node.map(([tag, attributes], index) => h(tag, { key: index, ...attributes }))}
    </svg>
  );
}
