// A button that shows only an icon; its label is read out and shown as a hint.
import type { IconNode } from 'lucide';
import type { Ref } from 'preact';
import { Icon } from './Icon';

type Props = {
  icon: IconNode;
  label: string;
  onClick?(): void;
  pressed?: boolean;
  type?: 'button' | 'submit';
  id?: string;
  disabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon, label, onClick, pressed, type = 'button', id, disabled, ref }: Props) {
  return (
    <button
      type={type}
      id={id}
      ref={ref}
      disabled={disabled}
      class={`icon-btn${pressed ? ' on' : ''}`}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon node={icon} />
    </button>
  );
}
