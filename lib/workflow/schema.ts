import { z } from "zod";
import { STAGES } from "@/lib/cases/vocabulary";
import { materialChoices } from "@/lib/inventory/use/schema";

const version = z.int().min(1).max(2_147_483_647);
const note = z.string().trim().max(1000, "At most 1,000 characters.").optional();

/** Stages to move together, each with the version that was on the screen. */
const seenStages = z
  .array(z.strictObject({ id: z.uuid(), version }))
  .min(1)
  .max(50)
  .refine((stages) => new Set(stages.map(({ id }) => id)).size === stages.length, "Each stage once.");

export const moveSchema = z.strictObject({ stages: seenStages, takeOver: z.boolean().optional() });
export const pauseSchema = moveSchema.extend({ reasonId: z.uuid().optional() });
export const undoStartSchema = z.strictObject({
  stages: seenStages,
  /** Stay assigned to the person, to whom it was assigned before. */
  keepAssigned: z.boolean().optional(),
});
/** Completed stages, each with the version that its completion left it at. */
export const undoCompleteSchema = z.strictObject({ stages: seenStages });
export const blockSchema = z.strictObject({
  stages: seenStages,
  reasonId: z.uuid("Choose what blocks it."),
  note,
});
export const unblockSchema = z.strictObject({ stages: seenStages });
export const sendBackSchema = z.strictObject({
  stages: seenStages,
  to: z.enum(STAGES, "Choose the stage it goes back to."),
  reasonId: z.uuid("Choose why it goes back."),
  note,
});
export const assignSchema = z.strictObject({ stages: seenStages, userId: z.uuid().nullable() });
export const handOverSchema = z.strictObject({
  stages: seenStages,
  receiver: z.string().trim().min(1, "Who took it?").max(120, "At most 120 characters."),
});

const answer = z.strictObject({
  checklistItemId: z.uuid(),
  passed: z.boolean(),
  note: z.string().trim().max(500).optional(),
  /** The photo that the question wants: a file of the case. */
  fileId: z.uuid().optional(),
});
export type Answer = z.output<typeof answer>;
const answers = z.array(answer).max(100);
/** The lots in hand, where they are not the ones that expire first, and quantities that differ from the bill. */
const materials = materialChoices.optional();
export const completeSchema = moveSchema.extend({ answers: answers.optional(), materials });
export const passSchema = moveSchema.extend({ answers, materials });
export const failSchema = moveSchema.extend({
  answers,
  to: z.enum(STAGES, "Choose the stage it goes back to."),
  reasonId: z.uuid("Choose the cause."),
  note,
});

const panCode = z
  .string()
  .trim()
  .min(1, "Scan or type the code of the pan.")
  .max(40, "At most 40 characters.")
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u, "Letters, digits, dots, dashes and slashes only.");
export const receiveSchema = z.strictObject({
  caseId: z.uuid(),
  version,
  pan: panCode.optional(),
  /** Make the pan when no pan has this code yet. */
  createPan: z.boolean().optional(),
  /** What should have come and did not. */
  missing: z.array(z.string().trim().min(1).max(80)).max(12).default([]),
  remark: z.string().trim().max(500, "At most 500 characters.").optional(),
});
export const scanSchema = z.strictObject({
  code: z.string().trim().min(1, "Scan or type a code.").max(300, "This is too long for a code."),
});
export const lookUpPanSchema = z.strictObject({ code: panCode });

export type MoveInput = z.output<typeof moveSchema>;
export type CompleteInput = z.output<typeof completeSchema>;
export type PauseInput = z.output<typeof pauseSchema>;
export type UndoStartInput = z.output<typeof undoStartSchema>;
export type UndoCompleteInput = z.output<typeof undoCompleteSchema>;
export type BlockInput = z.output<typeof blockSchema>;
export type UnblockInput = z.output<typeof unblockSchema>;
export type SendBackInput = z.output<typeof sendBackSchema>;
export type AssignInput = z.output<typeof assignSchema>;
export type HandOverInput = z.output<typeof handOverSchema>;
export type PassInput = z.output<typeof passSchema>;
export type FailInput = z.output<typeof failSchema>;
export type ReceiveInput = z.output<typeof receiveSchema>;
export type ScanInput = z.output<typeof scanSchema>;
export type LookUpPanInput = z.output<typeof lookUpPanSchema>;
