// A button that shows only an icon; its label is read out and shown as a hint.
import type { IconNode } from 'lucide';
import { Icon } from './Icon';

type Props = {
  icon: IconNode;
  label: string;
  onClick?(): void;
  pressed?: boolean;
  type?: 'button' | 'submit';
};

export function IconButton({ icon, label, onClick, pressed, type = 'button' }: Props) {
  return (
    <button
      type={type}
      class={`icon-btn${pressed ? ' on' : ''}`}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon node={icon} />
    </button>
  );
}
