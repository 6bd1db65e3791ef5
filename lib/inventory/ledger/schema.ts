import { z } from "zod";
import { optionalId, quantity, quantityAboveZero, words } from "../decimals";

const lot = { itemId: z.uuid(), lotId: z.uuid() };

/** Taking out by hand: used without a case, damaged or written off. */
export const takeOutSchema = z
  .strictObject({
    ...lot,
    type: z.enum(["out", "damage", "write_off"], "Choose what happened."),
    quantity: quantityAboveZero,
    reason: z.string().trim().max(300, "At most 300 characters."),
    departmentId: optionalId,
    /** Which of its places it is taken from; null leaves it to the database. */
    locationId: optionalId,
    idempotencyKey: z.uuid(),
  })
  .refine(({ type, reason }) => type === "out" || reason !== "", {
    path: ["reason"],
    error: "Say why, in a few words.",
  });

/** Correcting what the books say is there, of one of its places or of all; `seen` is what they said when the person looked. */
export const correctStockSchema = z.strictObject({
  ...lot,
  seen: quantity,
  there: quantity,
  locationId: optionalId,
  reason: words(300, "Say why, in a few words."),
  idempotencyKey: z.uuid(),
});

export const undoMovementsSchema = z.strictObject({
  transactionIds: z.array(z.uuid()).min(1).max(100),
  idempotencyKey: z.uuid(),
});

export type TakeOutInput = z.output<typeof takeOutSchema>;
export type CorrectStockInput = z.output<typeof correctStockSchema>;
export type UndoMovementsInput = z.output<typeof undoMovementsSchema>;
