import { z } from "zod";
import { EMPLOYMENT_TYPES, SKILL_PROCEDURES, SKILL_STAGES } from "../vocabulary";

const blankOr = <T extends z.ZodType>(schema: T) => z.union([z.literal("").transform(() => null), schema]);
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .transform((text) => text || null);
const day = blankOr(z.iso.date("Choose a day."));

/** A skill as a form sends it: `procedure` blank for any work, `level` "1" to "3". */
export const skillSchema = z.strictObject({
  stage: z.enum(SKILL_STAGES, "Choose a stage."),
  procedure: blankOr(z.enum(SKILL_PROCEDURES)),
  level: z.enum(["1", "2", "3"]).transform((text) => Number(text) as 1 | 2 | 3),
});

export const contactSchema = z.strictObject({
  version: z.number().int(),
  phone: words(40),
  emergencyName: words(120),
  emergencyPhone: words(40),
});

/** What the lab keeps of a person; days `YYYY-MM-DD`, `hourlyCost` a decimal in the lab's currency. */
export const profileSchema = z
  .strictObject({
    userId: z.uuid(),
    ...contactSchema.shape,
    jobTitle: words(80),
    employmentType: z.enum(EMPLOYMENT_TYPES),
    departmentId: blankOr(z.uuid()),
    hiredOn: day,
    leftOn: day,
    hourlyCost: blankOr(z.string().regex(/^\d{1,6}([.,]\d{1,2})?$/, "An amount such as 24.50.")).transform(
      (text) => text?.replace(",", ".") ?? null,
    ),
    leaveDaysPerYear: z
      .string()
      .regex(/^\d{1,3}([.,]5)?$/, "Days, in halves at the finest.")
      .transform((text) => text.replace(",", ".")),
    skills: z.array(skillSchema).max(40),
  })
  .refine(({ hiredOn, leftOn }) => !hiredOn || !leftOn || leftOn >= hiredOn, {
    path: ["leftOn"],
    message: "This is before the first day.",
  })
  .refine(({ leaveDaysPerYear }) => Number(leaveDaysPerYear) <= 365, {
    path: ["leaveDaysPerYear"],
    message: "At most 365 days.",
  });
