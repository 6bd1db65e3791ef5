import { z } from "zod";

/** A month, `YYYY-MM`. */
export const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "Choose a month.");

/** `practiceIds` null means every practice that has something to invoice. */
export const startMonthEndSchema = z.strictObject({
  month: monthSchema,
  practiceIds: z.array(z.uuid()).min(1).max(500).nullable(),
});
export const draftPracticesSchema = z.strictObject({
  month: monthSchema,
  practiceIds: z.array(z.uuid()).min(1).max(50),
});
export const cancelMonthEndSchema = z.strictObject({ runId: z.uuid() });
export const mailResultAgainSchema = z.strictObject({ resultId: z.uuid() });

export type StartMonthEndInput = z.output<typeof startMonthEndSchema>;
export type DraftPracticesInput = z.output<typeof draftPracticesSchema>;
export type CancelMonthEndInput = z.output<typeof cancelMonthEndSchema>;
export type MailResultAgainInput = z.output<typeof mailResultAgainSchema>;

const uuidOrNull = z.uuid().nullable().catch(null);
const position = z.coerce.number().int().positive().max(1_000_000).nullable().catch(null);

/**
 * The address of the month end's screen: the month (null: the last one), the run that is looked at, the practice before and after which
 * the page of practices lies, and the same of results by position. Anything unknown counts as not given.
 */
export const monthEndAddress = z.object({
  month: monthSchema.nullable().catch(null).default(null),
  run: uuidOrNull.default(null),
  after: uuidOrNull.default(null),
  resultsAfter: position.default(null),
  resultsBefore: position.default(null),
});
