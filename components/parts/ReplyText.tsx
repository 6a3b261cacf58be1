// The text of a reply with its values tinted; a blank is a field in its place.
import { useState } from 'preact/hooks';
import { label, type Part, type Rendered } from '../../lib/replies/template';
import type { Filled } from './reply-state';

type Props = { rendered: Rendered; language?: string; filled: Filled; onFill(filled: Filled): void };

export function ReplyText({ rendered, language, filled, onFill }: Props) {
  const [editing, setEditing] = useState<string>();
  const save = (path: string, value: string) => {
    setEditing(undefined);
    const { [path]: _old, ...rest } = filled;
    onFill(value.trim() ? { ...rest, [path]: value.trim() } : rest);
  };
  const part = (item: Part, index: number) => {
    const path = item.path ?? '';
    if (editing === path && path !== '')
      return <Blank key={index} path={path} value={filled[path] ?? ''} onSave={save} />;
    if (item.kind === 'missing' || (item.kind === 'value' && Object.hasOwn(filled, path))) {
      return (
        <button
          key={index}
          type="button"
          class={item.kind === 'missing' ? 'gap' : 'var'}
          title={label(path)}
          onClick={() => setEditing(path)}
        >
          {item.text}
        </button>
      );
    }
    if (item.kind === 'value')
      return (
        <b key={index} class="var" title={label(path)}>
          {item.text}
        </b>
      );
    return item.text;
  };
  return (
    <div class="text prose" lang={language} dir="auto">
      {rendered.parts.map(part)}
    </div>
  );
}

type BlankProps = { path: string; value: string; onSave(path: string, value: string): void };

function Blank({ path, value, onSave }: BlankProps) {
  return (
    <input
      class="input small blank"
      aria-label={label(path)}
      value={value}
      ref={field => field?.focus()}
      onBlur={event => onSave(path, event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey)
          onSave(path, event.currentTarget.value);
      }}
    />
  );
}
