// What a preview says about people who are to be exported.
import type { Entry } from './entry';

export type ExportPreview = {
  people: number;
  /** Names of the first few. */
  names: string[];
  /** Of whom the user noted no consent, and who does not want to be contacted. */
  withoutConsent: number;
  notToContact: number;
};

export const exportPreviewOf = (entries: readonly Entry[]): ExportPreview => ({
  people: entries.length,
  names: entries.slice(0, 5).map(({ name }) => name),
  withoutConsent: entries.filter(({ hasConsent }) => !hasConsent).length,
  notToContact: entries.filter(({ doNotContact }) => doNotContact).length,
});
