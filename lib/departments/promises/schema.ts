import { z } from "zod";
import { BULK_ROWS } from "@/lib/cases/bulk-rows";
import { changeDueSchema } from "@/lib/cases/record-schema";

/** Cases whose due days are moved, each to its own day, for one reason that the practices read. */
export const movePromisesSchema = z.strictObject({
  rows: z
    .array(changeDueSchema.pick({ caseId: true, version: true, dueOn: true }))
    .min(1)
    .max(BULK_ROWS),
  reason: changeDueSchema.shape.reason,
});
