import { z } from "zod";

const fields = {
  wantedOn: z.iso.date("Choose a day."),
  parcels: z.coerce
    .number("How many parcels?")
    .int("A whole number.")
    .min(1, "At least one parcel.")
    .max(99, "At most 99 parcels."),
  caseIds: z.array(z.uuid()).max(100, "At most 100 cases."),
  note: z
    .string()
    .trim()
    .max(500, "At most 500 characters.")
    .transform((text) => text || null),
};
const idempotencyKey = z.uuid();

export const askPickupSchema = z.strictObject({ ...fields, idempotencyKey });
export const askPickupForSchema = z.strictObject({
  practiceId: z.uuid("Choose the practice."),
  ...fields,
  idempotencyKey,
});
export const changePickupSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1), ...fields, idempotencyKey });
export const settleMissingSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1), isHere: z.boolean() });
export const pickupSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1) });
