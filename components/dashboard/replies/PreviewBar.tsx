// Whom a reply is shown for, where it would be written, and which of its variants they would get.
import { channelNames } from '../../../lib/replies/channel-names';
import type { Choice } from '../../../lib/replies/choose';
import { useEditing } from '../../parts/editing';
import { variantReason } from '../../parts/variant-reason';
import { ContactChoice } from './ContactChoice';
import { shownFor } from './preview-for';

type Props = {
  /** Who it is shown for now; undefined for the example. */
  name: string | undefined;
  choice: Choice;
};

export function PreviewBar({ name, choice }: Props) {
  const { editing, opener, open, close } = useEditing();
  const { channel } = shownFor.value;
  const show = (id: string | undefined) => {
    shownFor.value = { ...shownFor.value, id };
    close();
  };
  return (
    <section class="preview-bar" aria-label="Preview">
      <div class="row">
        <span class="label">Shown for</span>
        {editing ? (
          <ContactChoice
            label="Whom to show it for"
            onChoose={({ id }) => show(id)}
            onLeave={() => close()}
          />
        ) : (
          <>
            <bdi>{name ?? 'Marta Ruiz, an example'}</bdi>
            <button type="button" class="link" ref={opener} onClick={open}>
              Choose a person
            </button>
            {name && (
              <button type="button" class="link calm" onClick={() => show(undefined)}>
                Show the example
              </button>
            )}
          </>
        )}
        <span class="grow" />
        <label class="row">
          <span class="label">Written in</span>
          <select
            class="select"
            value={channel}
            onChange={event => {
              shownFor.value = { ...shownFor.value, channel: event.currentTarget.value };
            }}
          >
            {Object.entries(channelNames).map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status" class="hint">
        They get variant {choice.index + 1}: {variantReason(choice.variant, choice.because)}.
      </p>
    </section>
  );
}
