import { z } from "zod";
import { cancelSchema } from "@/lib/cases/record-schema";

const money = z
  .string()
  .trim()
  .transform((text) => text.replace(",", "."))
  .pipe(z.string().regex(/^\d{1,7}(\.\d{1,2})?$/, "Write an amount such as 45.00."));

/** What is charged: nothing, the work done by the stages the items stand at, or an amount. `seenTotal` is what the person was shown. */
const charge = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("nothing") }),
  z.strictObject({ rule: z.literal("work_done"), seenTotal: z.string().max(20) }),
  z.strictObject({ rule: z.literal("amount"), amount: money }),
]);

export const cancelCaseSchema = cancelSchema.extend({ charge });
export const previewCancellationSchema = z.strictObject({ caseId: z.uuid() });
