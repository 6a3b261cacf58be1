// Forgetting a person in two steps: what goes, then their name. Afterwards the backups that still hold them.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { call } from '../../../lib/rpc/client';
import { takeFocus } from '../../parts/editing';
import { countOf } from './counts';
import { HoldingFiles } from './HoldingFiles';

type Forgetting = Awaited<ReturnType<typeof readForgetting>>;
type Step = 'what' | 'sure' | 'working' | 'gone';

const readForgetting = (id: string) => call('contacts.forgetting', { id });
const wording = (error: unknown) => (error instanceof Error ? error.message : 'That did not work.');

type Props = {
  id: string;
  onClose(): void;
  /** The person is gone, and the dialog was closed. */
  onGone(): void;
};

export function ForgetDialog({ id, onClose, onGone }: Props) {
  const [about, setAbout] = useState<Forgetting>();
  const [step, setStep] = useState<Step>('what');
  const [keepsPrint, setKeepsPrint] = useState(false);
  const [problem, setProblem] = useState('');
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    readForgetting(id).then(
      answer => {
        setAbout(answer);
        // Somebody who asked not to be written to is not to come back by an import either.
        setKeepsPrint(answer.doNotContact && answer.isRecognisable);
      },
      error => setProblem(wording(error)),
    );
  }, [id]);
  const forget = async () => {
    setStep('working');
    try {
      const { backups } = await call('contacts.forget', { id, keepsPrint });
      if (about) setAbout({ ...about, backups });
      setStep('gone');
    } catch (error) {
      setProblem(wording(error));
      setStep('what');
    }
  };
  const cancel = (
    <button type="button" class="btn" ref={takeFocus} onClick={() => dialog.current?.close()}>
      {step === 'gone' ? 'Close' : 'Cancel'}
    </button>
  );
  return (
    <dialog class="dialog" aria-labelledby={title} ref={dialog} onClose={step === 'gone' ? onGone : onClose}>
      <h2 id={title}>
        {step === 'gone' ? 'Forgotten' : <>Forget {about ? <bdi>{about.name}</bdi> : 'this person'}?</>}
      </h2>
      {problem && (
        <p class="hint error" role="alert">
          {problem}
        </p>
      )}
      {about && step === 'what' && (
        <What about={about} keepsPrint={keepsPrint} onKeepsPrint={setKeepsPrint}>
          {cancel}
          <button type="button" class="btn" onClick={() => setStep('sure')}>
            Go on
          </button>
        </What>
      )}
      {about && (step === 'sure' || step === 'working') && (
        <Sure name={about.name} isWorking={step === 'working'} onForget={() => void forget()}>
          {cancel}
        </Sure>
      )}
      {about && step === 'gone' && <Gone backups={about.backups}>{cancel}</Gone>}
    </dialog>
  );
}

type WhatProps = {
  about: Forgetting;
  keepsPrint: boolean;
  onKeepsPrint(keeps: boolean): void;
  children: ComponentChildren;
};

function What({ about, keepsPrint, onKeepsPrint, children }: WhatProps) {
  const { identities, events, followUps, changes } = about.counts;
  return (
    <>
      <p>
        Everything about them goes: {countOf(identities, 'address or account', 'addresses and accounts')},{' '}
        {countOf(events, 'entry', 'entries')} of their history,{' '}
        {countOf(followUps, 'follow-up', 'follow-ups')}, and their part in{' '}
        {countOf(changes, 'change', 'changes')} that could be undone. It does not go into the trash, and there
        is no Undo.
      </p>
      <p>What you wrote about them in the notes of other people stays there.</p>
      <HoldingFiles backups={about.backups} />
      <label class="row check-line">
        <input
          type="checkbox"
          class="check"
          checked={keepsPrint}
          disabled={!about.isRecognisable}
          onChange={event => onKeepsPrint(event.currentTarget.checked)}
        />
        <span>
          Keep a fingerprint, so that they are not added or imported again
          <small class="quiet">
            {about.isRecognisable
              ? 'A number made from their addresses. The addresses can’t be read from it. You can lift it under Privacy.'
              : 'Not possible: they have no address or account to be recognised by.'}
          </small>
        </span>
      </label>
      <p class="row end-row">{children}</p>
    </>
  );
}

type SureProps = { name: string; isWorking: boolean; onForget(): void; children: ComponentChildren };

function Sure({ name, isWorking, onForget, children }: SureProps) {
  return (
    <>
      <p>
        This is the last question. <bdi class="name">{name}</bdi> will be gone for good.
      </p>
      <p class="row end-row">
        <span role="status">{isWorking && 'Forgetting…'}</span>
        {!isWorking && children}
        <button type="button" class="btn danger" disabled={isWorking} onClick={onForget}>
          <span>
            Forget <bdi>{name}</bdi> for good
          </span>
        </button>
      </p>
    </>
  );
}

function Gone({ backups, children }: { backups: Forgetting['backups']; children: ComponentChildren }) {
  return (
    <>
      <p role="status">Nothing about this person is stored here any more.</p>
      <HoldingFiles backups={backups} />
      <p class="row end-row">{children}</p>
    </>
  );
}
