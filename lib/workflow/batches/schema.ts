import { z } from "zod";
import { MATERIALS } from "@/lib/cases/vocabulary";
import { LOAD_STAGES } from "./stages";

export const openBatchSchema = z.strictObject({
  equipmentId: z.uuid("Choose the machine."),
  stage: z.enum(LOAD_STAGES, "Choose the stage."),
  program: z.string().trim().min(1, "Which program?").max(80, "At most 80 characters."),
  material: z.enum(MATERIALS).nullable().default(null),
  lot: z.string().trim().max(60, "At most 60 characters.").optional(),
});
export const loadByScanSchema = z.strictObject({
  batchId: z.uuid(),
  code: z.string().trim().min(1, "Scan or type a code.").max(300, "This is too long for a code."),
  /** Put in what is of a kindred material too. */
  mixed: z.boolean().optional(),
});
export const takeOutSchema = z.strictObject({ batchId: z.uuid(), entryIds: z.array(z.uuid()).min(1).max(200) });
export const batchSchema = z.strictObject({ batchId: z.uuid() });

export type OpenBatchInput = z.output<typeof openBatchSchema>;
export type LoadByScanInput = z.output<typeof loadByScanSchema>;
export type TakeOutInput = z.output<typeof takeOutSchema>;
export type BatchInput = z.output<typeof batchSchema>;
