import { z } from "zod";
import { cost, optionalDay, optionalId, optionalQuantity, quantityAboveZero } from "../decimals";

export const receivedLineSchema = z.strictObject({
  itemId: z.uuid("Choose an item."),
  /** Empty for what comes without one; materials must have one. */
  lotNumber: z.string().trim().max(40, "At most 40 characters."),
  expiresOn: optionalDay,
  quantity: quantityAboveZero,
  unitCost: cost,
  locationId: optionalId,
});
export const receiveSchema = z.strictObject({
  supplierId: optionalId,
  lines: z.array(receivedLineSchema).min(1, "Add at least one line.").max(50, "At most 50 lines at once."),
  idempotencyKey: z.uuid(),
});
export const moveLotSchema = z.strictObject({
  lotId: z.uuid(),
  /** Where it is carried from; null where no place is noted. */
  from: optionalId,
  to: z.uuid("Choose a location."),
  /** Null for all that lies there. */
  quantity: optionalQuantity,
  idempotencyKey: z.uuid(),
});
export const codeSchema = z.strictObject({ code: z.string().trim().min(1).max(300) });
export const searchSchema = z.strictObject({ words: z.string().trim().max(80) });
export const oneCertificateSchema = z.strictObject({ certificateId: z.uuid() });

export type ReceivedLine = z.output<typeof receivedLineSchema>;
export type ReceiveInput = z.output<typeof receiveSchema>;
export type MoveLotInput = z.output<typeof moveLotSchema>;
export type CodeInput = z.output<typeof codeSchema>;
export type OneCertificate = z.output<typeof oneCertificateSchema>;
