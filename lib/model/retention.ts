// Retention: after how long without contact the user wants to be asked whether somebody is still to be known.
import { z } from 'zod';
import { stages } from './contact';
import { idSchema, timeSchema } from './source';

/** A rule names people; it never removes any by itself. */
export const retentionRuleSchema = z.strictObject({
  id: idSchema,
  /** Any of these; `none` is the lack of a stage. Empty: every stage. */
  stages: z.array(z.enum([...stages, 'none'])).max(stages.length + 1),
  /** Only people who have this tag. */
  tag: z.string().trim().min(1).max(40).optional(),
  /** Calendar months since the last entry of their history, or since they were added where there is none. */
  months: z.number().int().min(1).max(120),
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

export const retentionSchema = z.strictObject({
  rules: z.array(retentionRuleSchema).max(20),
  remind: z.enum(['never', 'monthly', 'yearly']),
  /** When the user last looked through a list, or put the reminder off. */
  lookedAt: timeSchema.optional(),
});
export type Retention = z.infer<typeof retentionSchema>;

/** What holds before the user said anything: nobody is asked about. */
export const initialRetention: Retention = { rules: [], remind: 'never' };

/** The moment `months` calendar months before `now` (ms); of a longer month's last days the last day of the shorter. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}

/** Whether it is time to be reminded at `now` (ms): there is a rule, and nobody looked for a month or a year. */
export function isReminderDue({ rules, remind, lookedAt }: Retention, now: number): boolean {
  if (rules.length === 0 || remind === 'never') return false;
  return lookedAt === undefined || lookedAt <= monthsBefore(now, remind === 'monthly' ? 1 : 12);
}
