import { z } from "zod";
import { wayFields } from "../carriers/schema";

const itemIds = z.array(z.uuid()).min(1, "A parcel cannot be empty.").max(200, "At most 200 items in one parcel.");
const MOST = 20;

export const packSchema = z.strictObject({
  practiceId: z.uuid(),
  parcels: z.array(z.strictObject({ itemIds })).min(1, "Choose what to ship.").max(MOST, `At most ${MOST} parcels.`),
  way: z.strictObject(wayFields),
  idempotencyKey: z.uuid(),
});
export const repackSchema = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  parcels: z
    .array(z.strictObject({ id: z.uuid().nullable(), itemIds }))
    .min(1, "To take everything out, unpack the shipment.")
    .max(MOST, `At most ${MOST} parcels.`),
  idempotencyKey: z.uuid(),
});
export const openParcelSchema = z.strictObject({ code: z.string().trim().min(1, "Scan a code.").max(300) });
