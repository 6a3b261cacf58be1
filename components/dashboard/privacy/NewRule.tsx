// A new retention rule: of which stages, with which tag, after how many months.
import { stages } from '../../../lib/model/contact';
import type { RetentionRule } from '../../../lib/model/retention';
import { stageNames } from '../../../lib/privacy/words';

const choices: { id: RetentionRule['stages'][number]; name: string }[] = [
  { id: 'none', name: 'No stage' },
  ...stages.map(id => ({ id, name: stageNames[id] })),
];
/** Those who never became customers. */
const usual = ['none', 'lead'];

/** The rule that a form describes. */
function ruleOf(form: HTMLFormElement): RetentionRule {
  const data = new FormData(form);
  const chosen = data.getAll('stage');
  const tag = String(data.get('tag') ?? '').trim();
  return {
    id: crypto.randomUUID(),
    stages: choices.filter(({ id }) => chosen.includes(id)).map(({ id }) => id),
    months: Number(data.get('months')),
    ...(tag && { tag }),
  };
}

export function NewRule({ onAdd }: { onAdd(rule: RetentionRule): Promise<boolean> }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const form = event.currentTarget;
    void onAdd(ruleOf(form)).then(isAdded => isAdded && form.reset());
  };
  return (
    <form class="stack new-rule" onSubmit={submit} aria-label="A new rule">
      <fieldset>
        <legend class="label">Ask me about people with</legend>
        <span class="chips">
          {choices.map(({ id, name }) => (
            <label key={id} class="row">
              <input
                type="checkbox"
                class="check"
                name="stage"
                value={id}
                defaultChecked={usual.includes(id)}
              />
              {name}
            </label>
          ))}
        </span>
        <p class="hint">None ticked: everybody.</p>
      </fieldset>
      <div class="fields">
        <label class="field">
          <span class="label">Only with the tag</span>
          <input class="input" name="tag" maxLength={40} placeholder="Any" />
        </label>
        <label class="field">
          <span class="label">After months without contact</span>
          <input class="input" name="months" type="number" min={1} max={120} defaultValue={12} required />
        </label>
      </div>
      <p>
        <button type="submit" class="btn">
          Add this rule
        </button>
      </p>
    </form>
  );
}
