import { z } from "zod";
import { MAIL_WAYS, RESEND_KEY, SMTP_URL, senderFields } from "./mail-settings";

/** How the lab's letters leave. A secret that is left empty stays as it is. */
export const mailWaySchema = z.strictObject({
  way: z.enum(MAIL_WAYS),
  ...senderFields,
  resendKey: RESEND_KEY.schema,
  smtpUrl: SMTP_URL.schema,
});
export const forgetSecretSchema = z.strictObject({ secret: z.enum(["resend", "smtp"]) });
export const testLetterSchema = z.strictObject({ idempotencyKey: z.uuid() });
