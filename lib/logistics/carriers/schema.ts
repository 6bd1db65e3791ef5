import { z } from "zod";
import { signatureSchema } from "../signature-schema";
import { templateFault } from "./tracking-address";
import { METHODS } from "./way";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const orNull = (text: string) => text || null;
const seen = { id: z.uuid(), version: z.int().min(1) };
const idempotencyKey = z.uuid();

const carrierFields = {
  name: line(80).min(1, "Give the parcel service a name."),
  phone: line(40).transform(orNull),
  trackingUrl: line(500)
    .superRefine((text, context) => {
      const fault = text ? templateFault(text) : null;
      if (fault) context.addIssue({ code: "custom", message: fault });
    })
    .transform(orNull),
};
export const addCarrierSchema = z.strictObject(carrierFields);
export const changeCarrierSchema = z.strictObject({ id: z.uuid(), ...carrierFields });
export const carrierSchema = z.strictObject({ id: z.uuid() });

const carrierId = z
  .union([z.literal(""), z.uuid()])
  .nullable()
  .transform((id) => id || null);
export const wayFields = { method: z.enum(METHODS, "Choose how it goes."), carrierId };
export const practiceWaySchema = z.strictObject({ practiceId: z.uuid(), ...wayFields });
export const changeWaySchema = z.strictObject({ ...seen, ...wayFields });

/** As carriers write them on their labels; spaces a person reads them out with fall away. */
export const trackingNumber = z
  .string()
  .transform((text) => text.replace(/\s+/g, ""))
  .pipe(
    z
      .string()
      .max(60, "At most 60 characters.")
      .regex(/^[\p{L}\p{N}._/-]*$/u, "Letters, figures and . _ / - only."),
  )
  .transform(orNull);
export const handToCarrierSchema = z.strictObject({
  ...seen,
  parcels: z
    .array(z.strictObject({ id: z.uuid(), trackingNumber }))
    .min(1)
    .max(50),
  idempotencyKey,
});
export const carrierDeliveredSchema = z.strictObject({
  ...seen,
  deliveredOn: z.iso.date("Choose the day."),
  receiver: line(120).min(2, "Write who received it, or who told you."),
  idempotencyKey,
});
export const carrierFailedSchema = z.strictObject({
  ...seen,
  reasonId: z.uuid("Choose what went wrong."),
  note: line(1000).transform(orNull),
  /** Whether its parcels are in the lab again already. */
  isBack: z.boolean(),
  idempotencyKey,
});
export const seenShipmentSchema = z.strictObject(seen);
export const collectedSchema = z.strictObject({
  ...seen,
  receiver: line(120).min(2, "Write the name of who collects it."),
  signature: signatureSchema.nullable(),
  idempotencyKey,
});
