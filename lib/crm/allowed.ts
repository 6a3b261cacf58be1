// Who may be added: nobody who was forgotten with a fingerprint, before the user lifts it.
import { isForgotten } from '../db/forgotten';
import { readSettings } from '../db/settings';
import { identityKeys } from '../identity/accounts';
import type { SeenIdentity } from '../model/identity';
import { CallError, type Context } from './procedure';

/** Throws where an identity belonged to somebody who must not come back. Not to be awaited inside a transaction. */
export async function mustBeAllowed({ db }: Context, identities: SeenIdentity[]): Promise<void> {
  const { country } = (await readSettings(db)).me;
  for (const seen of identities) {
    if (await isForgotten(db, identityKeys(seen, country)))
      throw new CallError(
        'conflict',
        `Whoever has ${seen.value} was forgotten and is not to come back. Allow it under Privacy in the full page.`,
      );
  }
}
