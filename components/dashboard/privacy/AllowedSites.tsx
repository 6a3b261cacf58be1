// The sites that the browser lets Regulars read at this moment, each with the way to take that back.
import { useState } from 'preact/hooks';
import { relativeDate } from '../../../lib/dates/relative';
import type { Settings, SiteChoice } from '../../../lib/model/settings';
import { giveBackPatterns } from '../../../lib/platform/hosts';
import { patternOf } from '../../../lib/platform/registration';
import { call } from '../../../lib/rpc/client';
import { useLoaded } from '../load';
import { removeSites } from '../settings/choose-sites';
import { toast } from '../toast';

/** A host as people read it: `https://mail.google.com/*` is `mail.google.com`. */
const nameOf = (pattern: string) =>
  /^\*:\/\/\*\/|^<all_urls>$/.test(pattern)
    ? 'every site'
    : pattern.replace(/^(?:https|\*):\/\//, '').replace(/\/\*$/, '');

export function AllowedSites({ settings: { sites } }: { settings: Settings }) {
  const [asked, setAsked] = useState(0);
  const granted = useLoaded(() => call('settings.granted', {}), `${asked}`);
  const takeBack = async (pattern: string, chosen: SiteChoice[]) => {
    if (chosen.length > 0)
      await removeSites(
        sites,
        chosen.map(({ origin }) => origin),
      );
    const isBack = await giveBackPatterns([pattern]).catch(() => false);
    if (!isBack && chosen.length === 0)
      toast.value = { text: 'The browser does not take this one back: it is part of this build.', bad: true };
    setAsked(asked + 1);
  };
  return (
    <section class="step">
      <h2>Sites that may be read</h2>
      <p class="lead">
        As the browser says at this moment. A page of another site is read only when you ask for it there,
        once.
      </p>
      {granted?.length === 0 && <p>None.</p>}
      {granted && granted.length > 0 && (
        <ul class="card" aria-label="Sites that may be read">
          {granted.map(pattern => (
            <Allowed
              key={pattern}
              pattern={pattern}
              chosen={sites.filter(({ origin }) => patternOf(origin) === pattern)}
              onTakeBack={takeBack}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type Props = {
  pattern: string;
  chosen: SiteChoice[];
  onTakeBack(pattern: string, chosen: SiteChoice[]): Promise<void>;
};

function Allowed({ pattern, chosen, onTakeBack }: Props) {
  const since = chosen.find(choice => choice.since !== undefined)?.since;
  return (
    <li class="row">
      <span class="grow cut">
        <bdi>{nameOf(pattern)}</bdi>{' '}
        <span class="quiet">
          {chosen.length === 0 && 'allowed, but not in use'}
          {since !== undefined && `since ${relativeDate(since, new Date())}`}
        </span>
      </span>
      <button
        type="button"
        class="btn small"
        aria-label={`Take back ${nameOf(pattern)}`}
        onClick={() => void onTakeBack(pattern, chosen)}
      >
        Take back
      </button>
    </li>
  );
}
