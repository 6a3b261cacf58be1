// One variant of a reply: what it is for, its text, checked when typing pauses, and how it would look.
import { ArrowDown, ArrowUp, X } from 'lucide';
import { languageName, languageTag } from '../../../lib/capture/language-names';
import { identityKindSchema } from '../../../lib/model/identity';
import { isLanguageTag } from '../../../lib/model/language-tag';
import { tones } from '../../../lib/model/preference';
import type { ReplyVariant } from '../../../lib/model/reply';
import { channelNames } from '../../../lib/replies/channel-names';
import { problemOf } from '../../../lib/replies/template';
import { IconButton } from '../../ui/IconButton';
import { useLater } from './later';
import type { PreviewFor } from './preview-for';
import { focusVariables } from './VariableField';
import { VariantPreview } from './VariantPreview';

type Props = {
  number: number;
  variant: ReplyVariant;
  context: PreviewFor;
  isChosen: boolean;
  onFocus(field: HTMLTextAreaElement): void;
  onChange(variant: ReplyVariant): void;
  /** Moves it by so many places; absent where there is none. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
  onRemove?: (() => void) | undefined;
};

const toneNames: Record<string, string> = { formal: 'Formal', friendly: 'Friendly', brief: 'Brief' };

export function VariantFields(props: Props) {
  const { number, variant, context, isChosen, onFocus, onChange, onUp, onDown, onRemove } = props;
  const shown = useLater(variant);
  const problem = problemOf(shown.body);
  const textId = `variant-${number}`;
  return (
    <fieldset class="variant">
      <legend class="label">Variant {number}</legend>
      <div class="row">
        <Purpose variant={variant} onChange={onChange} />
        <span class="deeds">
          {onUp && <IconButton icon={ArrowUp} label={`Move variant ${number} up`} onClick={onUp} />}
          {onDown && <IconButton icon={ArrowDown} label={`Move variant ${number} down`} onClick={onDown} />}
          {onRemove && <IconButton icon={X} label={`Remove variant ${number}`} onClick={onRemove} />}
        </span>
      </div>
      <textarea
        id={textId}
        class="input"
        rows={7}
        aria-label={`Text of variant ${number}`}
        aria-describedby={problem ? `${textId}-problem` : undefined}
        dir="auto"
        required
        maxLength={20_000}
        aria-invalid={problem !== undefined}
        value={variant.body}
        onFocus={event => onFocus(event.currentTarget)}
        onInput={event => onChange({ ...variant, body: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown' || !event.altKey) return;
          event.preventDefault();
          focusVariables();
        }}
      />
      {problem && <Problem id={`${textId}-problem`} problem={problem} textId={textId} />}
      {!problem && shown.body.trim() !== '' && (
        <VariantPreview variant={shown} context={context} isChosen={isChosen} />
      )}
    </fieldset>
  );
}

/** What is wrong, and the way to the line in which it is. */
function Problem({ id, problem, textId }: { id: string; problem: string; textId: string }) {
  const line = Number(/^Line (\d+):/.exec(problem)?.[1] ?? 0);
  const show = () => {
    const field = document.getElementById(textId);
    if (!(field instanceof HTMLTextAreaElement)) return;
    const lines = field.value.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    field.focus();
    field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  };
  return (
    <div class="hint error">
      <span role="alert" id={id}>
        {problem}
      </span>
      {line > 0 && (
        <button type="button" class="link" onClick={show}>
          Show line {line}
        </button>
      )}
    </div>
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
          class="input code"
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
