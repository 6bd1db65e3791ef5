import { z } from "zod";
import { ANSWERS, APPOINTMENT_TYPES, MOST_PEOPLE, REPEATS } from "./vocabulary";

const clock = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as HH:MM.");
const optionalId = z
  .union([z.uuid(), z.literal("")])
  .transform((id) => id || null)
  .nullable();
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .transform((text) => text || null);

const guest = z.strictObject({
  name: z.string().trim().min(1, "Say who it is.").max(120),
  email: z.email("Not an e-mail address.").trim().toLowerCase().max(200),
});

const particulars = {
  type: z.enum(APPOINTMENT_TYPES),
  title: z.string().trim().min(1, "Say what it is.").max(160, "At most 160 characters."),
  notes: words(4000),
  /** The lab's clocks. */
  day: z.iso.date("Choose a day."),
  startsAt: clock,
  endDay: z.iso.date("Choose a day."),
  endsAt: clock,
  roomId: optionalId,
  /** Somewhere that is no room of the lab. */
  location: words(160),
  departmentId: optionalId,
  /** `C-2026-000123`; blank for none. */
  caseNumber: words(30),
  practiceId: optionalId,
  routeId: optionalId,
  equipmentId: optionalId,
  /** The maintenance plan that the service of the machine is for. */
  planId: optionalId,
  isPrivate: z.boolean(),
  people: z.array(z.uuid()).max(MOST_PEOPLE),
  guests: z.array(guest).max(MOST_PEOPLE),
};

export const makeSchema = z.strictObject({
  idempotencyKey: z.uuid(),
  ...particulars,
  repeat: z.enum(["none", ...REPEATS]),
  /** The last day a series may have; blank without one. */
  until: z.union([z.iso.date(), z.literal("")]),
});

const of = { id: z.uuid(), version: z.int().min(1) };
/** Of a series: this one alone, or it and all that follow. */
const scope = z.enum(["this", "following"]);

export const changeSchema = z.strictObject({ ...of, scope, ...particulars });

const instant = z.iso.datetime({ offset: true });
export const moveSchema = z.strictObject({ ...of, startsAt: instant, endsAt: instant });
export const cancelSchema = z.strictObject({ ...of, scope, note: words(500) });
export const answerSchema = z.strictObject({ id: z.uuid(), answer: z.enum(ANSWERS) });
export const reminderSchema = z.strictObject({ id: z.uuid(), minutes: z.int().min(0).max(20160).nullable() });
export const freeSchema = z.strictObject({
  people: z.array(z.uuid()).max(MOST_PEOPLE),
  roomId: optionalId,
  equipmentId: optionalId,
  /** The day to begin with. */
  day: z.iso.date("Choose a day."),
  minutes: z
    .int()
    .min(5)
    .max(24 * 60),
  /** An appointment that is being changed and stands in nobody's way. */
  except: optionalId,
});
export const practiceWordsSchema = z.strictObject({ words: z.string().trim().max(80) });
/** An appointment that was cancelled, to take place after all. */
export const restoreSchema = z.strictObject(of);
/** Words to find a dentist by; those of `practiceId` come first. */
export const guestWordsSchema = z.strictObject({ words: z.string().trim().max(80), practiceId: optionalId });
export const nothingSchema = z.strictObject({});

/** A guest's answer by the link of their letter. */
export const invitationSchema = z.strictObject({
  lab: z.string().max(61),
  token: z.string().max(120),
  answer: z.enum(ANSWERS),
});

export type Particulars = Omit<z.output<typeof changeSchema>, "id" | "version" | "scope">;
