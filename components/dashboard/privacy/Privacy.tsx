// Privacy: what is stored, how much and where, which sites may be read, why nothing leaves, and what can be taken away.
import { contentPolicy } from '../../../lib/platform/policy';
import { call } from '../../../lib/rpc/client';
import { useLoaded } from '../load';
import { AllowedSites } from './AllowedSites';
import { ForgottenPeople } from './ForgottenPeople';
import { NothingLeaves } from './NothingLeaves';
import { RetentionRules } from './RetentionRules';
import { StoredAmounts } from './StoredAmounts';

export function Privacy() {
  const settings = useLoaded(() => call('settings.get', {}));
  const amounts = useLoaded(() => call('privacy.amounts', {}));
  if (!settings) return <main aria-busy="true" />;
  return (
    <main class="scroll page">
      <h1>Privacy</h1>
      <StoredAmounts amounts={amounts ?? []} />
      <AllowedSites settings={settings} />
      <NothingLeaves policy={contentPolicy()} />
      <RetentionRules retention={settings.retention} />
      <ForgottenPeople prints={amounts?.find(({ kind }) => kind === 'forgotten')?.rows ?? 0} />
    </main>
  );
}
