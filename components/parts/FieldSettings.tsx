// What a custom field is for everybody: name, kind, choices, place; and its removal.
import { ArrowDown, ArrowUp, ChevronRight } from 'lucide';
import type { CustomField } from '../../lib/model/custom-field';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { ChoiceLine } from './ChoiceLine';
import { EditableLine } from './EditableLine';

/** What the kinds of fields are called. */
export const kindNames: Record<CustomField['kind'], string> = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  link: 'Link',
};
const kinds = Object.entries(kindNames).map(([id, label]) => ({ id, label }));
export const isFieldKind = (text: string): text is CustomField['kind'] => Object.hasOwn(kindNames, text);

/** The choices in a text that separates them by commas, each once. */
export const choicesIn = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map(choice => choice.trim().slice(0, 80))
      .filter(Boolean)
      .slice(0, 50),
  ),
];

/** What can be done with fields; each gives whether it was done. */
export type FieldActions = {
  save(field: CustomField): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  order(ids: string[]): Promise<boolean>;
};

type Props = {
  field: CustomField;
  fields: CustomField[];
  actions: FieldActions;
  /** What is said of the field beside its name. */
  about: string;
  onGone(): void;
};

export function FieldSettings({ field, fields, actions, about, onGone }: Props) {
  const at = fields.indexOf(field);
  const move = async (step: 1 | -1) => {
    const ids = fields.map(other => other.id).filter(id => id !== field.id);
    ids.splice(at + step, 0, field.id);
    // A line that moves loses the focus: it is given back to the button that moved it.
    if (await actions.order(ids))
      document.getElementById(`${step === 1 ? 'down' : 'up'}-${field.id}`)?.focus();
  };
  const save = (change: Partial<CustomField>) => void actions.save({ ...field, ...change });
  return (
    <details class="field-settings">
      <summary>
        <Icon node={ChevronRight} flip />
        <span>
          <bdi>{field.name}</bdi> <span class="quiet">{about}</span>
        </span>
      </summary>
      <dl class="leaders">
        <div>
          <dt>Name</dt>
          <dd>
            <EditableLine
              label="Name of the field"
              value={field.name}
              maxLength={60}
              onSave={name => name && save({ name })}
            />
          </dd>
        </div>
        <div>
          <dt>Type</dt>
          <dd>
            <ChoiceLine
              label={`Type of ${field.name}`}
              value={field.kind}
              choices={kinds}
              onSave={chosen => isFieldKind(chosen) && save({ kind: chosen })}
            />
          </dd>
        </div>
        {field.kind === 'choice' && (
          <div>
            <dt>Choices</dt>
            <dd>
              <EditableLine
                label="Choices, separated by commas"
                value={field.choices.join(', ')}
                placeholder="Small, large"
                onSave={text => save({ choices: choicesIn(text) })}
              />
            </dd>
          </div>
        )}
      </dl>
      <div class="row">
        <IconButton
          icon={ArrowUp}
          id={`up-${field.id}`}
          label={`Move ${field.name} up`}
          disabled={at === 0}
          onClick={() => void move(-1)}
        />
        <IconButton
          icon={ArrowDown}
          id={`down-${field.id}`}
          label={`Move ${field.name} down`}
          disabled={at === fields.length - 1}
          onClick={() => void move(1)}
        />
        <button
          type="button"
          class="link calm end"
          onClick={async () => {
            if (await actions.remove(field.id)) onGone();
          }}
        >
          Remove for everybody
        </button>
      </div>
    </details>
  );
}
