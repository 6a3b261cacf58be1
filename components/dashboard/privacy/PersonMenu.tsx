// What can be done with a person as a whole: merge with another, export, save everything as a file, forget.
import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { Menu } from '../../ui/Menu';
import { ExportDialog } from '../contacts/ExportDialog';
import { useCommands } from '../palette/commands';
import { MergeWith } from '../person/MergeWith';
import { inFileName, saveDated } from '../save-file';
import { toast } from '../toast';
import { ForgetDialog } from './ForgetDialog';

/** Saves everything about a person; says in the page's line what became of it. */
async function save(id: string, as: 'html' | 'json'): Promise<void> {
  try {
    const { name, text } = await call('contacts.file', { id, as });
    saveDated(`regulars-${inFileName(name)}`, as, text);
    toast.value = { text: 'Saved. Keep the file where only you can read it.' };
  } catch (error) {
    toast.value = { text: error instanceof Error ? error.message : 'That did not work.', bad: true };
  }
}

/**
 * `name` is undefined when the person is not here: while they are being forgotten, the dialog stays. With `hasKeys` what
 * has a key is also done by it: on the person's own page, where no list has the same keys.
 */
type Props = { id: string; name: string | undefined; hasKeys?: boolean; onGone(): void };

const dialogs = [
  { id: 'merge', label: 'Merge with…', keys: 'M' },
  { id: 'export', label: 'Export…', keys: 'E' },
  { id: 'forget', label: 'Forget this person…' },
] as const;
type Dialog = (typeof dialogs)[number]['id'];

const files = [
  { id: 'html', label: 'Save everything, to read' },
  { id: 'json', label: 'Save everything, as JSON' },
] as const;

/** As they stand in the menu. */
const items = [dialogs[0], dialogs[1], ...files, dialogs[2]];

export function PersonMenu({ id, name, hasKeys = false, onGone }: Props) {
  const [open, setOpen] = useState<Dialog>();
  const choose = (item: string) => {
    setOpen(dialogs.find(dialog => dialog.id === item)?.id);
    const file = files.find(one => one.id === item);
    if (file) void save(id, file.id);
  };
  const commands = items.map(({ id: item, label, ...key }) => ({
    id: `person ${item}`,
    label,
    group: 'Person',
    ...(hasKeys && key),
    run: () => choose(item),
  }));
  useCommands(name === undefined ? [] : commands, `${id} ${name}`);
  const close = () => setOpen(undefined);
  return (
    <>
      {name !== undefined && (
        <Menu label={`More about ${name}`} class="icon-btn" items={items} onChoose={choose}>
          <Icon node={Ellipsis} />
        </Menu>
      )}
      {open === 'merge' && name !== undefined && <MergeWith id={id} name={name} onClose={close} />}
      {open === 'export' && <ExportDialog target={{ ids: [id] }} onClose={close} />}
      {open === 'forget' && <ForgetDialog id={id} onClose={close} onGone={onGone} />}
    </>
  );
}
