import { z } from "zod";

/** What the lab keeps reasons for. */
export const REASON_KINDS = [
  "qc_failure",
  "send_back",
  "block",
  "pause",
  "hold",
  "cancellation",
  "remake",
  "delivery_failure",
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

const label = z.string().trim().min(1, "What is the reason?").max(80, "At most 80 characters.");

export const addReasonSchema = z.strictObject({ kind: z.enum(REASON_KINDS), parentId: z.uuid().nullable(), label });
export const renameReasonSchema = z.strictObject({ id: z.uuid(), label });
export const reasonSchema = z.strictObject({ id: z.uuid() });
export const orderReasonsSchema = z.strictObject({
  kind: z.enum(REASON_KINDS),
  parentId: z.uuid().nullable(),
  ids: z.array(z.uuid()).min(1).max(100),
});

/** What the address of the editor says: of which kind it shows the reasons. */
export const reasonParams = z.object({ kind: z.enum(REASON_KINDS).catch("qc_failure") });

export type AddReasonInput = z.output<typeof addReasonSchema>;
export type RenameReasonInput = z.output<typeof renameReasonSchema>;
export type ReasonInput = z.output<typeof reasonSchema>;
export type OrderReasonsInput = z.output<typeof orderReasonsSchema>;
