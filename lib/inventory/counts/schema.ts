import { z } from "zod";
import { optionalId, optionalWords, quantity, words } from "../decimals";
import { ITEM_CATEGORIES } from "../vocabulary";

export const openCountSchema = z.strictObject({
  name: words(120, "Give the count a name."),
  locationId: optionalId,
  category: z.union([z.literal("").transform(() => null), z.enum(ITEM_CATEGORIES)]),
  notes: optionalWords(500),
  idempotencyKey: z.uuid(),
});

const entry = {
  countId: z.uuid(),
  /** How much was counted in this go; it adds to what was counted before in this round. */
  quantity,
  idempotencyKey: z.uuid(),
};
export const countByScanSchema = z.strictObject({ ...entry, code: z.string().trim().min(1, "Scan a code.").max(300) });
export const countByHandSchema = z.strictObject({
  ...entry,
  lineId: z.uuid(),
  /** Begins anew: what was counted before no longer counts. */
  instead: z.boolean(),
});
export const recountSchema = z.strictObject({ countId: z.uuid(), lineIds: z.array(z.uuid()).min(1).max(500) });
/** `seen` is the sum of all differences that the person approves, in money, as the screen showed it. */
export const approveCountSchema = z.strictObject({
  countId: z.uuid(),
  seen: z.string().regex(/^-?\d+(\.\d+)?$/),
  idempotencyKey: z.uuid(),
});
export const oneCountSchema = z.strictObject({ countId: z.uuid() });

export type OpenCountInput = z.output<typeof openCountSchema>;
export type CountByScanInput = z.output<typeof countByScanSchema>;
export type CountByHandInput = z.output<typeof countByHandSchema>;
export type RecountInput = z.output<typeof recountSchema>;
export type ApproveCountInput = z.output<typeof approveCountSchema>;
export type OneCount = z.output<typeof oneCountSchema>;
