import { REMINDER_LEVELS } from "@/lib/billing/reminders/reminder-rules";
import { STATEMENT_RULES } from "@/lib/billing/statements/rules";
import { CASE_RULES } from "@/lib/cases/case-rules";
import { SETUP_PROGRESS } from "@/lib/labs/first-run/progress";
import { MAIL_SENDER, MAIL_WAY, RESEND_KEY, SMTP_URL } from "./mail/mail-settings";
import { APPLY_NOTICE, PORTAL_NOTICE } from "./notices/notices";

/** Every key that a row of the table `settings` may have. */
export const SETTINGS = [
  CASE_RULES,
  REMINDER_LEVELS,
  STATEMENT_RULES,
  SETUP_PROGRESS,
  MAIL_WAY,
  MAIL_SENDER,
  RESEND_KEY,
  SMTP_URL,
  PORTAL_NOTICE,
  APPLY_NOTICE,
] as const;
