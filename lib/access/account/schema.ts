import { z } from "zod";
import { emailField, newPasswordField } from "../recovery/schema";

const currentPassword = z.string().min(1, "Enter your present password.").max(200);

export const particularsSchema = z.strictObject({
  name: z.string().trim().min(1, "Enter your name.").max(120, "Use at most 120 characters."),
  toothNotation: z.enum(["fdi", "universal", "palmer"]),
});
export const changePasswordSchema = z.strictObject({ currentPassword, newPassword: newPasswordField });
export const changeAddressSchema = z.strictObject({ email: emailField, currentPassword });
export const nothingSchema = z.strictObject({});
export const sessionSchema = z.strictObject({ sessionId: z.uuid() });
