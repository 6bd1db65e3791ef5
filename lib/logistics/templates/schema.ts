import { z } from "zod";

const clock = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as HH:MM.");

const template = z.strictObject({
  name: z.string().trim().min(1, "Give it a name, such as AM.").max(80, "At most 80 characters."),
  /** ISO: 1 Monday … 7 Sunday. */
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1, "Choose at least one day.")
    .max(7)
    .transform((days) => [...new Set(days)].sort()),
  driverId: z.union([z.literal(""), z.uuid()]).transform((id) => id || null),
  departsAt: clock,
  shiftEndsAt: clock,
  /** In the order driven. `always` ones get a stop even when nothing is due. */
  stops: z
    .array(z.strictObject({ practiceId: z.uuid(), always: z.boolean() }))
    .max(60, "At most 60 practices.")
    .refine((stops) => new Set(stops.map(({ practiceId }) => practiceId)).size === stops.length, {
      message: "A practice is on it twice.",
    }),
});

const forwards = {
  path: ["shiftEndsAt"],
  message: "The shift ends after it begins.",
};
const isForwards = ({ departsAt, shiftEndsAt }: { departsAt: string; shiftEndsAt: string }) => departsAt < shiftEndsAt;

export const newTemplateSchema = template.extend({ idempotencyKey: z.uuid() }).refine(isForwards, forwards);
export const changeTemplateSchema = template
  .extend({ id: z.uuid(), version: z.int().min(1) })
  .refine(isForwards, forwards);
export const archiveTemplateSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1) });
export const templateIdSchema = z.strictObject({ id: z.uuid() });
