// What can be done with a person as a whole: merge with another, save everything as a file, forget.
import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { call } from '../../../lib/rpc/client';
import { Icon } from '../../ui/Icon';
import { Menu } from '../../ui/Menu';
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

/** `name` is undefined when the person is not here: while they are being forgotten, the dialog stays. */
type Props = { id: string; name: string | undefined; onGone(): void };

export function PersonMenu({ id, name, onGone }: Props) {
  const [isForgetting, setForgetting] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const items = [
    { id: 'merge', label: 'Merge with…' },
    { id: 'html', label: 'Save everything, to read' },
    { id: 'json', label: 'Save everything, as JSON' },
    { id: 'forget', label: 'Forget this person…' },
  ];
  const choose = (item: string) => {
    if (item === 'merge') setMerging(true);
    else if (item === 'forget') setForgetting(true);
    else if (item === 'html' || item === 'json') void save(id, item);
  };
  return (
    <>
      {name !== undefined && (
        <Menu label={`More about ${name}`} class="icon-btn" items={items} onChoose={choose}>
          <Icon node={Ellipsis} />
        </Menu>
      )}
      {isMerging && name !== undefined && <MergeWith id={id} name={name} onClose={() => setMerging(false)} />}
      {isForgetting && <ForgetDialog id={id} onClose={() => setForgetting(false)} onGone={onGone} />}
    </>
  );
}
