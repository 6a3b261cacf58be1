// One variant of a reply: what it is for, its text, checked as it is typed, and how it would look.
import { useState } from 'preact/hooks';
import { languageName, languageTag } from '../../lib/capture/language-names';
import type { CustomField } from '../../lib/model/custom-field';
import { identityKindSchema } from '../../lib/model/identity';
import { isLanguageTag } from '../../lib/model/language-tag';
import { tones } from '../../lib/model/preference';
import type { ReplyVariant } from '../../lib/model/reply';
import { initialSettings, type Me } from '../../lib/model/settings';
import { channelNames } from '../../lib/replies/channel-names';
import { exampleSources } from '../../lib/replies/example';
import { problemOf, renderReply } from '../../lib/replies/template';
import { replyVariables } from '../../lib/replies/variables';
import { ReplyText } from '../parts/ReplyText';
import type { Filled } from '../parts/reply-state';

type Props = {
  number: number;
  variant: ReplyVariant;
  fields: CustomField[];
  me: Me | undefined;
  onFocus(field: HTMLTextAreaElement): void;
  onChange(variant: ReplyVariant): void;
  onUp?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
};

const toneNames: Record<string, string> = { formal: 'Formal', friendly: 'Friendly', brief: 'Brief' };

export function VariantFields({ number, variant, onFocus, onChange, onUp, onRemove, ...example }: Props) {
  const problem = problemOf(variant.body);
  return (
    <fieldset class="variant">
      <legend class="label">Variant {number}</legend>
      <div class="row">
        <Purpose variant={variant} onChange={onChange} />
        <span class="grow" />
        {onUp && (
          <button type="button" class="link calm" onClick={onUp}>
            Move up
          </button>
        )}
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
        onFocus={event => onFocus(event.currentTarget)}
        onInput={event => onChange({ ...variant, body: event.currentTarget.value })}
      />
      {problem && (
        <span class="hint error" role="alert">
          {problem}
        </span>
      )}
      {!problem && variant.body.trim() !== '' && <Example variant={variant} {...example} />}
    </fieldset>
  );
}

/** The language, the channel and the tone by which the variant is chosen. */
function Purpose({ variant, onChange }: Pick<Props, 'variant' | 'onChange'>) {
  const { language = '' } = variant;
  const isTag = language === '' || isLanguageTag(language);
  return (
    <>
      <label class="row">
        <span class="label">Language</span>
        <input
          class="input small code"
          placeholder="Any"
          maxLength={35}
          value={language}
          title={isTag && language ? languageName(language) : 'A name or a tag: Spanish, es'}
          aria-invalid={!isTag}
          onChange={event => {
            const words = event.currentTarget.value.trim();
            onChange({ ...variant, language: words === '' ? undefined : (languageTag(words) ?? words) });
          }}
        />
      </label>
      <Choice
        label="Channel"
        value={variant.channel}
        names={channelNames}
        onChoose={name => onChange({ ...variant, channel: identityKindSchema.safeParse(name).data })}
      />
      <Choice
        label="Tone"
        value={variant.tone}
        names={toneNames}
        onChoose={name => onChange({ ...variant, tone: tones.find(tone => tone === name) })}
      />
      {!isTag && (
        <span class="hint error" role="alert">
          No language is called “{language}”.
        </span>
      )}
    </>
  );
}

type ChoiceProps = {
  label: string;
  value: string | undefined;
  names: Record<string, string>;
  onChoose(name: string): void;
};

function Choice({ label, value, names, onChoose }: ChoiceProps) {
  return (
    <label class="row">
      <span class="label">{label}</span>
      <select class="select" value={value ?? ''} onChange={event => onChoose(event.currentTarget.value)}>
        <option value="">Any</option>
        {Object.entries(names).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The text as it would be inserted for an invented contact; blanks can be tried. */
function Example({ variant, fields, me = initialSettings.me }: Pick<Props, 'variant' | 'fields' | 'me'>) {
  const [filled, setFilled] = useState<Filled>({});
  const sources = exampleSources(fields, me, variant.language, new Date());
  try {
    const rendered = renderReply(variant.body, replyVariables(sources), filled);
    return (
      <div class="preview">
        <header>For {sources.contact.name.value}, an example</header>
        <ReplyText rendered={rendered} language={variant.language} filled={filled} onFill={setFilled} />
      </div>
    );
  } catch (error) {
    return (
      <span class="hint error" role="alert">
        {error instanceof Error ? error.message : 'This can’t be shown.'}
      </span>
    );
  }
}
