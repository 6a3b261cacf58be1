// A button that shows only an icon; its label is read out and shown as a hint.
import type { IconNode } from 'lucide';
import type { Ref } from 'preact';
import { Icon } from './Icon';

type Props = {
  icon: IconNode;
  label: string;
  onClick?(): void;
  /** Shows the button as on, where what it opens is there to see. */
  pressed?: boolean;
  /** Makes the button a switch, which is read out as on or off. */
  toggled?: boolean;
  /** The hint, where it says more than the label. */
  hint?: string;
  type?: 'button' | 'submit';
  id?: string;
  disabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton(props: Props) {
  const { icon, label, onClick, pressed, toggled, hint = label, type = 'button', id, disabled, ref } = props;
  return (
    <button
      type={type}
      id={id}
      ref={ref}
      disabled={disabled}
      class={`icon-btn${pressed || toggled ? ' on' : ''}`}
      aria-label={label}
      aria-pressed={toggled}
      title={hint}
      onClick={onClick}
    >
      <Icon node={icon} />
    </button>
  );
}
