import { z } from "zod";

const words = (most: number, empty: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .max(most, `At most ${most.toLocaleString("en")} characters.`);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en")} characters.`);
const version = z.int().min(1).max(2_147_483_647);

export const recallLotSchema = z.strictObject({
  lotId: z.uuid(),
  reason: words(1000, "Say why it is recalled."),
  /** The maker's or the authority's number of the recall. */
  reference: optional(120),
  /** What a practice is asked to do. */
  advice: optional(2000),
  idempotencyKey: z.uuid(),
});
export const recallSchema = z.strictObject({ recallId: z.uuid() });
export const closeRecallSchema = z.strictObject({
  recallId: z.uuid(),
  version,
  outcome: words(2000, "Say what came of it."),
  /** Close it although practices have not acknowledged. */
  evenSo: z.boolean().default(false),
});
export const withdrawRecallSchema = z.strictObject({
  recallId: z.uuid(),
  version,
  reason: words(1000, "Say why it is withdrawn."),
});
export const holdAffectedSchema = z.strictObject({
  recallId: z.uuid(),
  caseIds: z.array(z.uuid()).min(1, "Choose at least one case.").max(200),
  reasonId: z.uuid("Choose why they are held."),
});
export const acknowledgeSchema = z.strictObject({ noticeId: z.uuid(), remark: optional(1000) });
export const tellAcknowledgedSchema = z.strictObject({
  noticeId: z.uuid(),
  name: words(120, "Who at the practice said so?"),
  remark: optional(1000),
});

export type RecallLotInput = z.output<typeof recallLotSchema>;
export type RecallInput = z.output<typeof recallSchema>;
export type CloseRecallInput = z.output<typeof closeRecallSchema>;
export type WithdrawRecallInput = z.output<typeof withdrawRecallSchema>;
export type HoldAffectedInput = z.output<typeof holdAffectedSchema>;
export type AcknowledgeInput = z.output<typeof acknowledgeSchema>;
export type TellAcknowledgedInput = z.output<typeof tellAcknowledgedSchema>;
