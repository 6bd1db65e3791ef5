import { z } from "zod";
import { emailField } from "../recovery/schema";

const roleId = z.uuid("Choose a role.");
/** The practice a dentist acts for; other roles have none. */
const practiceId = z.uuid("Choose a practice.").nullish();

export const inviteSchema = z.strictObject({
  email: emailField,
  name: z.string().trim().min(1, "Enter a name.").max(120, "Use at most 120 characters."),
  roleId,
  practiceId,
});
export const changeRoleSchema = z.strictObject({ userId: z.uuid(), roleId, practiceId });
export const endUserSessionSchema = z.strictObject({ sessionId: z.uuid() });
export const userSchema = z.strictObject({ userId: z.uuid() });
