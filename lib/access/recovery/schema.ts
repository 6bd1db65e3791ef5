import { z } from "zod";

/** As kept in `users.email`: trimmed, in lower case. */
export const emailField = z
  .string()
  .max(254, "This address is too long.")
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an e-mail address, such as name@practice.com."));

/** A password that may be chosen. Length is what counts (NIST SP 800-63B), so there are no rules on its make-up. */
export const newPasswordField = z
  .string()
  .min(10, "Use 10 characters or more.")
  .max(200, "Use at most 200 characters.");

const tokenField = z.string().regex(/^[\w-]{43}$/, "This link is not whole. Open it from the letter again.");

export const forgotSchema = z.strictObject({ email: emailField });
export const resetSchema = z.strictObject({ token: tokenField, password: newPasswordField });
export const confirmAddressSchema = z.strictObject({ token: tokenField });
