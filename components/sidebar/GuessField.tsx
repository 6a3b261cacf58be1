// A field with a guess in it, which says where the guess came from as long as it stands.
import { AtSign, type IconNode, Mail, ScanText } from 'lucide';
import type { Guess } from '../../lib/model/on-screen';
import { Icon } from '../ui/Icon';

type Props = {
  id: string;
  label: string;
  value: string;
  guess?: Guess;
  required?: boolean;
  type?: 'text' | 'tel';
  onInput(value: string): void;
};

const origins: Record<Guess['from'], { icon: IconNode; text: string }> = {
  page: { icon: Mail, text: 'Read from this message' },
  signature: { icon: ScanText, text: 'From the signature' },
  domain: { icon: AtSign, text: 'From the address' },
};

export function GuessField({ id, label, value, guess, required, type = 'text', onInput }: Props) {
  const origin = guess && guess.value === value ? origins[guess.from] : undefined;
  return (
    <div class="field">
      <label for={`new-${id}`}>{label}</label>
      <input
        class="input"
        id={`new-${id}`}
        name={id}
        inputMode={type}
        dir="auto"
        required={required}
        maxLength={200}
        value={value}
        onInput={event => onInput(event.currentTarget.value)}
        aria-describedby={origin ? `source-${id}` : undefined}
      />
      {origin && (
        <span class="hint" id={`source-${id}`}>
          <Icon node={origin.icon} />
          {origin.text}
        </span>
      )}
    </div>
  );
}
