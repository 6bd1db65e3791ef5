import { z } from "zod";

const quantity = z
  .string()
  .trim()
  .regex(/^\d{1,6}(\.\d{1,3})?$/, "A number with at most three decimals, such as 0.25.");

/** What a person says of one line of a stage's bill: the lots in their hand, in the order they are used up, or another quantity and why. */
export const materialChoiceSchema = z
  .strictObject({
    stageId: z.uuid(),
    lineId: z.uuid(),
    lotIds: z.array(z.uuid()).max(5, "At most five lots.").default([]),
    /** Instead of the bill's, in its unit; 0 when it was not needed. */
    quantity: quantity.optional(),
    reason: z.string().trim().max(200, "At most 200 characters.").optional(),
  })
  .refine((choice) => choice.quantity === undefined || Boolean(choice.reason), {
    path: ["reason"],
    message: "Say why the quantity is another one.",
  });
export const materialChoices = z.array(materialChoiceSchema).max(200);

export const findLotSchema = z.strictObject({
  stageId: z.uuid(),
  lineId: z.uuid(),
  code: z.string().trim().min(1, "Scan or type the number of the lot.").max(300, "This is too long for a lot."),
});

export const settleShortfallSchema = z
  .strictObject({
    id: z.uuid(),
    /** The lot it came from after all; null when none is known. */
    lotId: z.uuid().nullable(),
    words: z.string().trim().max(500, "At most 500 characters.").optional(),
    idempotencyKey: z.uuid(),
  })
  .refine((input) => input.lotId !== null || Boolean(input.words), {
    path: ["words"],
    message: "Say what came of it.",
  });

export type MaterialChoice = z.output<typeof materialChoiceSchema>;
export type FindLotInput = z.output<typeof findLotSchema>;
export type SettleShortfallInput = z.output<typeof settleShortfallSchema>;
