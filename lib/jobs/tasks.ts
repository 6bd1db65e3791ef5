import type { TaskList } from "graphile-worker";
import { writeResetLetter } from "@/lib/access/recovery/reset-letter";
import { draftInvoice } from "@/lib/billing/draft-invoice";
import { mailInvoice } from "@/lib/billing/mail-invoice";
import { markOverdue } from "@/lib/billing/mark-overdue";
import { carrierOf } from "@/lib/mail/carriers";
import { sendMail } from "@/lib/mail/send";
import { forEachLab, forLab } from "./for-lab";
import { purgeExpired } from "./purge-expired";
import { refreshReports } from "./refresh-reports";

type CaseJob = { labId: string; caseId: string };
type InvoiceJob = { labId: string; invoiceId: string };

/**
 * Every job by its name: a topic of the outbox, or a line of crontab.ts. A job may run twice (its process may die after
 * the work and before the note of it), so each is written to make no difference the second time.
 */
export const tasks: TaskList = {
  draft_invoice: async (payload, helpers) => {
    const { labId, caseId } = payload as CaseJob;
    await forLab(helpers, labId, (context) => draftInvoice(context, { caseId }));
  },
  mail_invoice: async (payload, helpers) => {
    const { labId, invoiceId } = payload as InvoiceJob;
    await forLab(helpers, labId, (context) => mailInvoice(context, { invoiceId }));
  },
  mark_overdue: (_payload, helpers) => forEachLab(helpers, markOverdue),
  send_mail: (payload, { withPgClient }) =>
    withPgClient((client) => sendMail(client, (payload as { mailId: string }).mailId, carrierOf())),
  password_reset_letter: (payload, { withPgClient }) =>
    withPgClient((client) => writeResetLetter(client, (payload as { email: string }).email)),
  refresh_reports: (_payload, { withPgClient }) => withPgClient(refreshReports),
  purge_expired: (_payload, { withPgClient }) => withPgClient(purgeExpired).then(() => {}),
  extend_audit_log: (_payload, { query }) => query("select ensure_audit_partitions(3)").then(() => {}),
};
