import { z } from "zod";
import { STAGES } from "@/lib/cases/vocabulary";

/** How many of many chosen cases a suggestion looks at. */
export const SUGGEST_CASES = 200;

/** Cases whose open work is to be given; `stage` null for wherever each stands. */
export const suggestSchema = z.strictObject({
  caseIds: z.array(z.uuid()).min(1).max(SUGGEST_CASES),
  stage: z.enum(STAGES).nullable(),
});
