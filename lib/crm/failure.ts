// What people are told when something failed that nobody refused.
import { storageSentence } from '../db/storage-error';

export const failureSentence = (error: unknown): string =>
  storageSentence(error) ??
  (error instanceof Error && error.message ? error.message : 'Something went wrong.');
