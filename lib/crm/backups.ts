// Procedures about backups: which there are, and how urgent one is. The full page's worker makes them.
import { z } from 'zod';
import { listBackups, readBackupState } from '../db/backups';
import { procedure } from './procedure';

/** Backups that are listed; older ones are in the folder and in the record. */
const mostListed = 30;

const state = procedure({
  roles: ['dashboard'],
  input: z.strictObject({}),
  run: async (_input, { db, now }) => ({
    ...(await readBackupState(db, now)),
    backups: (await listBackups(db)).slice(0, mostListed),
  }),
});

export const backupProcedures = { 'backups.state': state };
