import { z } from "zod";
import { STAGES } from "@/lib/cases/vocabulary";
import { SUGGEST_CASES } from "./rank-people";

/** Cases whose open work is to be given; `stage` null for wherever each stands. */
export const suggestSchema = z.strictObject({
  caseIds: z.array(z.uuid()).min(1).max(SUGGEST_CASES),
  stage: z.enum(STAGES).nullable(),
});
