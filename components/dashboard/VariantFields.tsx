// One variant of a reply: the language and tone it is for, and its text, checked as it is typed.
import type { ReplyVariant } from '../../lib/model/reply';
import { parseReply, ReplyError } from '../../lib/replies/template';

type Props = {
  number: number;
  variant: ReplyVariant;
  onChange(variant: ReplyVariant): void;
  onRemove?: (() => void) | undefined;
};

const tones = { formal: 'Formal', friendly: 'Friendly', brief: 'Brief' } as const;

const isTone = (value: string): value is keyof typeof tones => Object.hasOwn(tones, value);

/** What is wrong with the text as a template, in words; undefined when it can be used. */
function problemOf(body: string): string | undefined {
  try {
    parseReply(body);
    return undefined;
  } catch (error) {
    if (error instanceof ReplyError) return error.message;
    throw error;
  }
}

export function VariantFields({ number, variant, onChange, onRemove }: Props) {
  const problem = problemOf(variant.body);
  return (
    <fieldset class="variant">
      <legend class="label">Variant {number}</legend>
      <div class="row">
        <label class="row">
          <span class="label">Language</span>
          <input
            class="input small code"
            placeholder="any"
            maxLength={20}
            value={variant.language ?? ''}
            onInput={event => onChange({ ...variant, language: event.currentTarget.value || undefined })}
          />
        </label>
        <label class="row">
          <span class="label">Tone</span>
          <select
            class="select"
            value={variant.tone ?? ''}
            onChange={event => {
              const tone = event.currentTarget.value;
              onChange({ ...variant, tone: isTone(tone) ? tone : undefined });
            }}
          >
            <option value="">Any</option>
            {Object.entries(tones).map(([tone, label]) => (
              <option key={tone} value={tone}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <span class="grow" />
        {onRemove && (
          <button type="button" class="link calm" onClick={onRemove}>
            Remove
          </button>
        )}
      </div>
      <textarea
        class="input"
        rows={7}
        aria-label={`Text of variant ${number}`}
        dir="auto"
        required
        maxLength={20_000}
        aria-invalid={problem !== undefined}
        value={variant.body}
        onInput={event => onChange({ ...variant, body: event.currentTarget.value })}
      />
      {problem && (
        <span class="hint error" role="alert">
          {problem}
        </span>
      )}
    </fieldset>
  );
}
