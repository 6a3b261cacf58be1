// Variables by keyboard: found by their words, put in at the caret of the text that was written in last.
import { useState } from 'preact/hooks';
import type { CustomField } from '../../../lib/model/custom-field';
import { describeVariables } from '../../../lib/replies/variables';
import { Combo } from '../../ui/Combo';

type Props = {
  fields: CustomField[];
  onChoose(path: string): void;
  /** Back to the text. */
  onLeave(): void;
};

const fieldId = 'variable-search';

/** Puts the caret into the search for variables. */
export const focusVariables = () => document.getElementById(fieldId)?.focus();

export function VariableField({ fields, onChoose, onLeave }: Props) {
  const [query, setQuery] = useState('');
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const items = describeVariables(fields)
    .filter(({ path, label }) => words.every(word => `${label} ${path}`.toLowerCase().includes(word)))
    .map(({ path, label }) => ({ id: path, label, hint: path }));
  return (
    <Combo
      id={fieldId}
      label="Find a variable"
      placeholder="Find a variable: name, company, date"
      items={items}
      none="No variable is called so."
      query={query}
      onQuery={setQuery}
      onChoose={path => {
        setQuery('');
        onChoose(path);
      }}
      onLeave={onLeave}
    />
  );
}
