import { z } from "zod";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time such as 08:30.");
const times = {
  userId: z.uuid("Choose a person."),
  /** Blank for the person's own department. */
  departmentId: z.union([z.literal(""), z.uuid()]),
  day: z.iso.date("Choose a day."),
  from: clock,
  /** Not later than `from`: the next day. */
  to: clock,
  breakMinutes: z
    .string()
    .regex(/^\d{1,3}$/, "Minutes.")
    .transform(Number)
    .refine((minutes) => minutes <= 240, "At most 240 minutes."),
  note: z.string().trim().max(200, "At most 200 characters."),
};

export const shiftSchema = z.strictObject({ ...times, idempotencyKey: z.uuid() });
export const shiftChangeSchema = z.strictObject({ id: z.uuid(), version: z.number().int(), ...times });
/** A shift carried to another person or day, at the same hours. */
export const shiftMoveSchema = z.strictObject({
  id: z.uuid(),
  version: z.number().int(),
  userId: z.uuid(),
  day: z.iso.date(),
});
/** One's own shift, offered to a colleague. */
export const offerSchema = z.strictObject({
  id: z.uuid(),
  version: z.number().int(),
  userId: z.uuid("Choose a colleague."),
});
export const offerIdSchema = z.strictObject({ id: z.uuid(), version: z.number().int() });
/** An offer taken or declined, or (of who plans the rota) the swap approved or refused. */
export const offerAnswerSchema = z.strictObject({ id: z.uuid(), version: z.number().int(), yes: z.boolean() });
export const shiftIdSchema = z.strictObject({ id: z.uuid() });
/** Mondays of weeks; `departmentId` null for the whole lab. */
export const copyWeekSchema = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date("Choose a day."),
  departmentId: z.uuid().nullable(),
});
export const publishSchema = z.strictObject({ week: z.iso.date(), departmentId: z.uuid().nullable() });
/** A feed of one's own rota (null), or of a department. */
export const feedSchema = z.strictObject({ departmentId: z.uuid().nullable() });
