import { z } from "zod";
import { STAGES } from "@/lib/cases/vocabulary";
import { moveSchema } from "./schema";

const words = z
  .string()
  .trim()
  .max(1000, "At most 1,000 characters.")
  .transform((text) => text || undefined)
  .optional();

export const tryInSchema = moveSchema.extend({ words });
export const tryInHandedSchema = z.strictObject({ tryInId: z.uuid() });
export const tryInBackSchema = z.strictObject({
  tryInId: z.uuid(),
  continueAt: z.enum(STAGES, "Choose where it goes on."),
  findings: words,
});
