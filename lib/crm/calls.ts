// Everything that can be asked of Regulars, by name. The client's types come from here.
import { backupProcedures } from './backups';
import { captureProcedures } from './captures';
import { contactProcedures } from './contacts';
import { dataProcedures } from './data';
import { fieldProcedures } from './fields';
import { followUpProcedures } from './follow-ups';
import { historyProcedures } from './history';
import { importProcedures } from './imports';
import { linkingProcedures } from './linking';
import { mergeProcedures } from './merge';
import { mergedProcedures } from './merged';
import { pageProcedures } from './page';
import { privacyProcedures } from './privacy';
import type { Procedure } from './procedure';
import { replyProcedures } from './replies';
import { retentionProcedures } from './retention';
import { savedViewProcedures } from './saved-views';
import { settingsProcedures } from './settings';
import { timelineProcedures } from './timeline';
import { undoProcedures } from './undo';
import { viewProcedures } from './views';

export const procedures = {
  ...pageProcedures,
  ...contactProcedures,
  ...captureProcedures,
  ...linkingProcedures,
  ...mergeProcedures,
  ...mergedProcedures,
  ...dataProcedures,
  ...backupProcedures,
  ...timelineProcedures,
  ...replyProcedures,
  ...settingsProcedures,
  ...fieldProcedures,
  ...followUpProcedures,
  ...savedViewProcedures,
  ...historyProcedures,
  ...importProcedures,
  ...undoProcedures,
  ...viewProcedures,
  ...privacyProcedures,
  ...retentionProcedures,
};

export type Calls = typeof procedures;
export type CallName = Extract<keyof Calls, string>;
export type InputOf<Name extends keyof Calls> =
  Calls[Name] extends Procedure<infer Input, unknown> ? Input : never;
export type OutputOf<Name extends keyof Calls> = Awaited<ReturnType<Calls[Name]['run']>>;
