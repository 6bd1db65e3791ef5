import { DateTime } from "luxon";
import { z } from "zod";
import { PURPOSES } from "./account-words";

const text = (longest: number) =>
  z.string().trim().min(1, "Write something here.").max(longest, `At most ${longest} characters.`);

export const setAccountsSchema = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        purpose: z.enum(PURPOSES),
        taxPercent: z
          .string()
          .regex(/^\d{1,3}\.\d{2}$/)
          .nullable(),
        code: text(20),
        name: text(60),
      }),
    )
    .min(1)
    .max(50),
});
export type SetAccountsInput = z.output<typeof setAccountsSchema>;

const day = z.iso.date("Choose a day.").regex(/^[1-9]/, "Choose a day.");
/** A period of whole days on the lab's calendar, both included; at most three years. */
export const periodSchema = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day cannot be before the first." })
  .refine(({ from, to }) => DateTime.fromISO(to).diff(DateTime.fromISO(from), "years").years <= 3, {
    path: ["to"],
    message: "At most three years at a time.",
  });
export type Period = z.output<typeof periodSchema>;

/** The month before that of a day (`YYYY-MM-DD`). */
export function lastMonth(today: string): Period {
  const month = DateTime.fromISO(today).startOf("month").minus({ months: 1 });
  return { from: month.toISODate() as string, to: month.endOf("month").toISODate() as string };
}
