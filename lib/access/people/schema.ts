import { z } from "zod";
import { emailField } from "../recovery/schema";
import { PRACTICE_RIGHTS } from "./rights";

const rights = z
  .array(z.enum(PRACTICE_RIGHTS))
  .max(PRACTICE_RIGHTS.length)
  .transform((all) => [...new Set(all)]);
const invitation = {
  name: z.string().trim().min(1, "Enter a name.").max(120, "Use at most 120 characters."),
  email: emailField,
  /** Whether the person prescribes, or works there in another way. */
  role: z.enum(["dentist", "practice_staff"]),
  rights,
};

export const invitePersonSchema = z.strictObject(invitation);
export const inviteToPracticeSchema = z.strictObject({ ...invitation, practiceId: z.uuid() });
export const changeRightsSchema = z.strictObject({ memberId: z.uuid(), rights });
export const personSchema = z.strictObject({ memberId: z.uuid() });
