import type { ProcedureType, Stage } from "@/lib/cases/vocabulary";
import type { Question } from "./checklist";

/** An item at a stage. */
export type Asked = { stage: Stage; procedureType: ProcedureType };

/** Whether a question is asked of an item at a stage. */
export const isAskedOf = (question: Question, { stage, procedureType }: Asked): boolean =>
  question.stage === stage && (question.procedureType === null || question.procedureType === procedureType);
