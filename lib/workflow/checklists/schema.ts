import { z } from "zod";
import { PROCEDURE_TYPES } from "@/lib/cases/vocabulary";
import { BENCH_STAGES } from "../queue-filter";

const label = z.string().trim().min(1, "What is asked?").max(200, "At most 200 characters.");
const place = {
  stage: z.enum(BENCH_STAGES),
  /** Null: asked of everything made at the stage. */
  procedureType: z.enum(PROCEDURE_TYPES).nullable(),
};

export const addQuestionSchema = z.strictObject({ ...place, label, photoRequired: z.boolean() });
export const changeQuestionSchema = z.strictObject({ id: z.uuid(), label, photoRequired: z.boolean() });
export const questionSchema = z.strictObject({ id: z.uuid() });
export const orderQuestionsSchema = z.strictObject({ ...place, ids: z.array(z.uuid()).min(1).max(100) });

/** What the address of the editor says: which stage it shows. */
export const checklistParams = z.object({ stage: z.enum(BENCH_STAGES).catch("quality_control") });

export type AddQuestionInput = z.output<typeof addQuestionSchema>;
export type ChangeQuestionInput = z.output<typeof changeQuestionSchema>;
export type QuestionInput = z.output<typeof questionSchema>;
export type OrderQuestionsInput = z.output<typeof orderQuestionsSchema>;
