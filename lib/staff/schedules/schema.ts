import { z } from "zod";
import { EXCEPTION_KINDS } from "../vocabulary";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time such as 08:30.");
const blank = z.literal("");

/** A weekday's time: `works` false for none; the break is blank or both of its ends. Clock times of the lab. */
export const weekdaySchema = z
  .strictObject({
    weekday: z.number().int().min(1).max(7),
    works: z.boolean(),
    startsAt: z.union([blank, clock]),
    endsAt: z.union([blank, clock]),
    breakStartsAt: z.union([blank, clock]),
    breakEndsAt: z.union([blank, clock]),
  })
  .superRefine(({ works, startsAt, endsAt, breakStartsAt, breakEndsAt }, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    if (!works) return;
    if (!startsAt) say("startsAt", "From when?");
    if (!endsAt) say("endsAt", "Until when?");
    if (startsAt && endsAt && endsAt <= startsAt) say("endsAt", "This is before it begins.");
    if (!breakStartsAt !== !breakEndsAt) say("breakEndsAt", "A break has a beginning and an end.");
    if (
      breakStartsAt &&
      breakEndsAt &&
      !(startsAt < breakStartsAt && breakStartsAt < breakEndsAt && breakEndsAt < endsAt)
    )
      say("breakEndsAt", "The break lies within the time.");
  });

/** A person's week from `validFrom` on, until `validTo` (blank: for good). */
export const weekSchema = z
  .strictObject({
    userId: z.uuid(),
    validFrom: z.iso.date("Choose a day."),
    validTo: z.union([blank, z.iso.date("Choose a day.")]),
    days: z.array(weekdaySchema).length(7),
  })
  .refine(({ validFrom, validTo }) => validTo === "" || validTo >= validFrom, {
    path: ["validTo"],
    message: "This is before it begins.",
  });

export const exceptionSchema = z
  .strictObject({
    userId: z.uuid(),
    day: z.iso.date("Choose a day."),
    kind: z.enum(EXCEPTION_KINDS),
    startsAt: z.union([blank, clock]),
    endsAt: z.union([blank, clock]),
    note: z.string().trim().max(200, "At most 200 characters."),
  })
  .refine(({ kind, startsAt, endsAt }) => kind !== "other_hours" || (startsAt && endsAt && endsAt > startsAt), {
    path: ["endsAt"],
    message: "Say from when until when.",
  });

export const exceptionIdSchema = z.strictObject({ id: z.uuid() });
