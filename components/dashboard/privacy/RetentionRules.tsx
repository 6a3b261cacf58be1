// Retention: rules that say whom to ask about, how often to be reminded, and the list of whom a rule names.
import { useState } from 'preact/hooks';
import type { Retention, RetentionRule } from '../../../lib/model/retention';
import { stageNames } from '../../../lib/privacy/words';
import { call } from '../../../lib/rpc/client';
import { act } from '../act';
import { countOf } from './counts';
import { NewRule } from './NewRule';
import { RetentionList } from './RetentionList';

const stageName = (stage: RetentionRule['stages'][number]) =>
  stage === 'none' ? 'no stage' : stageNames[stage].toLowerCase();

/** A rule as a sentence: "No stage or lead: 12 months without contact". */
function sentenceOf({ stages, tag, months }: RetentionRule): string {
  const who = stages.length === 0 ? 'everybody' : stages.map(stageName).join(' or ');
  const tagged = tag === undefined ? who : `${who}, tagged “${tag}”`;
  return `${tagged.charAt(0).toUpperCase()}${tagged.slice(1)}: ${countOf(months, 'month', 'months')} without contact`;
}

const reminders: Record<Retention['remind'], string> = {
  never: 'Do not remind me',
  monthly: 'Remind me every month',
  yearly: 'Remind me every year',
};

const save = (text: string, retention: Retention) => act(text, () => call('settings.save', { retention }));

export function RetentionRules({ retention }: { retention: Retention }) {
  const [shown, setShown] = useState<string>();
  const { rules, remind } = retention;
  const rule = rules.find(({ id }) => id === shown);
  const looked = () => void call('settings.save', { retention: { ...retention, lookedAt: Date.now() } });
  return (
    <section class="step" id="retention">
      <h2>Not longer than needed</h2>
      <p class="lead">
        A rule lists people with whom there was nothing for long. It removes nobody: you look through the
        list, and choose.
      </p>
      <div class="stack">
        {rules.length > 0 && (
          <ul class="card" aria-label="Rules">
            {rules.map(item => (
              <li key={item.id} class="row">
                <bdi class="grow">{sentenceOf(item)}</bdi>
                <button
                  type="button"
                  class="btn small"
                  aria-expanded={item.id === shown}
                  aria-label={`Look: ${sentenceOf(item)}`}
                  onClick={() => setShown(item.id === shown ? undefined : item.id)}
                >
                  Look
                </button>
                <button
                  type="button"
                  class="btn small plain"
                  aria-label={`Remove the rule: ${sentenceOf(item)}`}
                  onClick={() =>
                    void save('Rule removed', {
                      ...retention,
                      rules: rules.filter(({ id }) => id !== item.id),
                    })
                  }
                >
                  Remove
                </button>
              </li>
            ))}
          </ul>
        )}
        {rule && <RetentionList key={rule.id} rule={rule} onLooked={looked} />}
        <NewRule onAdd={added => save('Rule added', { ...retention, rules: [...rules, added] })} />
        {rules.length > 0 && (
          <select
            class="select remind"
            aria-label="Reminder"
            value={remind}
            onChange={event => {
              const { value } = event.currentTarget;
              if (value === 'never' || value === 'monthly' || value === 'yearly')
                void save('Saved', { ...retention, remind: value });
            }}
          >
            {Object.entries(reminders).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
    </section>
  );
}
