import { z } from "zod";
import { MATERIALS, PROCEDURE_TYPES, STAGES } from "@/lib/cases/vocabulary";
import { stageDays, wholeDays } from "../calendar/schema";
import { faultOfStages } from "./stage-rules";

const name = z.string().trim().min(1, "Name the template.").max(80, "At most 80 characters.");
const stages = z
  .array(
    z.strictObject({
      stage: z.enum(STAGES),
      days: stageDays,
      departmentId: z.union([z.literal(""), z.uuid()]).transform((id) => id || null),
    }),
  )
  .max(STAGES.length)
  .superRefine((list, context) => {
    const fault = faultOfStages(list.map(({ stage }) => stage));
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

export const addTemplateSchema = z.strictObject({
  name,
  procedureType: z.enum(PROCEDURE_TYPES, "Choose what it makes."),
  /** Empty for whatever material has no template of its own. */
  material: z.union([z.literal(""), z.enum(MATERIALS)]).transform((material) => material || null),
  rushDays: wholeDays,
  stages,
});
export const changeTemplateSchema = z.strictObject({
  id: z.uuid(),
  seenAt: z.iso.datetime(),
  name,
  rushDays: wholeDays,
  stages,
});
export const archiveTemplateSchema = z.strictObject({ id: z.uuid() });
