// Looking for somebody who is the same person, whom nothing suggested: both are shown beside each other before anything is merged.
import { useEffect, useId, useRef } from 'preact/hooks';
import { ContactChoice } from '../replies/ContactChoice';

type Props = { id: string; name: string; onClose(): void };

export function MergeWith({ id, name, onClose }: Props) {
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog class="dialog" aria-labelledby={title} ref={dialog} onClose={onClose}>
      <h2 id={title}>
        Who else is <bdi>{name}</bdi>?
      </h2>
      <p>You see both beside each other first. Nothing is merged before you say so there.</p>
      <ContactChoice
        label="The same person"
        except={id}
        onChoose={other => {
          close();
          location.hash = `#/clean-up/${id}+${other.id}`;
        }}
        onLeave={close}
      />
      <p class="row end-row">
        <button type="button" class="btn" onClick={close}>
          Cancel
        </button>
      </p>
    </dialog>
  );
}
