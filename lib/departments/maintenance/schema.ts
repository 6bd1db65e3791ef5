import { z } from "zod";
import { amount } from "../schema";
import { UNITS } from "./due";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const orNull = (text: string) => text || null;
const whole = (most: number) =>
  z
    .string()
    .trim()
    .max(6)
    .regex(/^\d{1,6}$/, "A whole number.")
    .transform(Number)
    .refine((n) => n <= most, `At most ${most}.`);

export const planSchema = z.strictObject({
  id: z.uuid().optional(),
  equipmentId: z.uuid(),
  name: line(80).min(1, "What is done?"),
  instructions: line(2000).transform(orNull),
  every: whole(100_000).refine((n) => n >= 1, "At least 1."),
  unit: z.enum(UNITS),
  countsFrom: z.iso.date("Choose a day."),
  warnDays: whole(90),
});
export const planIdSchema = z.strictObject({ id: z.uuid() });

export const recordSchema = z.strictObject({
  equipmentId: z.uuid(),
  planId: z
    .union([z.literal(""), z.uuid()])
    .nullable()
    .transform((id) => id || null),
  doneOn: z.iso.date("Choose the day."),
  what: line(500).min(1, "What was done?"),
  doneBy: line(120).min(1, "Who did it?"),
  parts: line(500).transform(orNull),
  cost: amount,
  idempotencyKey: z.uuid(),
});
export const entryIdSchema = z.strictObject({ id: z.uuid() });

const moment = z
  .string()
  .max(20)
  .regex(/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Choose the day and the time.");
export const plannedDowntimeSchema = z
  .strictObject({
    equipmentId: z.uuid(),
    planId: z
      .union([z.literal(""), z.uuid()])
      .nullable()
      .transform((id) => id || null),
    /** In the lab's zone. */
    from: moment,
    to: moment,
    note: line(300).transform(orNull),
  })
  .refine(({ from, to }) => from < to, { path: ["to"], message: "It ends after it begins." });
export const downtimeIdSchema = z.strictObject({ id: z.uuid() });
export const machineFileIdSchema = z.strictObject({ id: z.uuid() });
