import { z } from "zod";
import { currencyField, labFields } from "@/lib/labs/profile/fields";
import { emailField, newPasswordField } from "../recovery/schema";

const code = z
  .string()
  .trim()
  .min(1, "Type the code that npm start printed.")
  .max(40, "The code has twelve letters and digits.");

export const firstLabFields = z.strictObject({ ...labFields, currency: currencyField });
export const proveCodeSchema = z.strictObject({ code });
export const keepDraftSchema = z.strictObject({ code, lab: firstLabFields });
export const openFirstLabSchema = z.strictObject({
  code,
  lab: firstLabFields,
  admin: z.strictObject({
    name: z.string().trim().min(1, "Write your name.").max(120, "At most 120 characters."),
    email: emailField,
    password: newPasswordField,
  }),
});
export type FirstLab = z.output<typeof firstLabFields>;
