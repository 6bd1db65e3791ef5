import { z } from "zod";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as HH:MM.");
/** When the caller saw the row, so that nobody overwrites what another changed since. */
const seenAt = z.iso.datetime();
const halves = (text: string) => /^\d{1,2}([.,][05]0?)?$/.test(text) || text === "";

/** Days in halves as people write them: "1.5", "1,5"; blank is none. Read as a number. */
export const stageDays = z
  .string()
  .trim()
  .refine(halves, "Whole or half days, such as 1.5.")
  .transform((text) => Number(text.replace(",", ".") || 0))
  .refine((days) => days <= 60, "At most 60 days.");
export const wholeDays = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, "A whole number of days.")
  .transform(Number)
  .refine((days) => days >= 1 && days <= 60, "From 1 to 60 days.");

export const labHoursSchema = z
  .strictObject({
    seenAt,
    /** ISO: 1 Monday … 7 Sunday. */
    workingWeekdays: z.array(z.int().min(1).max(7)).min(1, "The lab works on at least one day.").max(7),
    opensAt: clock,
    closesAt: clock,
    rushPassesQueue: z.boolean(),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ["closesAt"], message: "It closes after it opens." });

export const closingDaySchema = z.strictObject({
  closedOn: z.iso.date("Choose a day."),
  name: z.string().trim().min(1, "Say why, such as Christmas Day.").max(80, "At most 80 characters."),
});
export const closingDayIdSchema = z.strictObject({ id: z.uuid() });

export const capacitySchema = z.strictObject({
  id: z.uuid(),
  /** Units a day; blank for without bound. */
  units: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, "A whole number of units, at most 99999.")
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((units) => units === null || units >= 1, "At least one unit; leave it blank for no limit."),
});
