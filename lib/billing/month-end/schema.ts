import { z } from "zod";

/** A month, `YYYY-MM`. */
export const monthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "Choose a month.");

/** `practiceIds` null means every practice that has something to invoice. */
export const startMonthEndSchema = z.strictObject({
  month: monthSchema,
  practiceIds: z.array(z.uuid()).min(1).max(500).nullable(),
});
export const cancelMonthEndSchema = z.strictObject({ runId: z.uuid() });
export const mailResultAgainSchema = z.strictObject({ resultId: z.uuid() });

export type StartMonthEndInput = z.output<typeof startMonthEndSchema>;
export type CancelMonthEndInput = z.output<typeof cancelMonthEndSchema>;
export type MailResultAgainInput = z.output<typeof mailResultAgainSchema>;
