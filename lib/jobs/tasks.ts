import type { TaskList } from "graphile-worker";
import { writeResetLetter } from "@/lib/access/recovery/reset-letter";
import { extendAuditLog, sealAuditLog } from "@/lib/audit/upkeep";
import { backUpNightly } from "@/lib/backup/nightly";
import { draftInvoice } from "@/lib/billing/draft-invoice";
import { mailCreditNote } from "@/lib/billing/ledger/mail-credit-note";
import { mailInvoice } from "@/lib/billing/mail-invoice";
import { markOverdue } from "@/lib/billing/mark-overdue";
import { continueRun } from "@/lib/billing/month-end/continue-run";
import { resumeMonthEnds } from "@/lib/billing/month-end/resume-runs";
import { mailReminder } from "@/lib/billing/reminders/mail-reminder";
import { remindDaily } from "@/lib/billing/reminders/remind-daily";
import type { Period } from "@/lib/billing/statements/account";
import { mailStatement } from "@/lib/billing/statements/mail-statement";
import { sendMonthlyStatement, startMonthlyStatements } from "@/lib/billing/statements/monthly-statements";
import { mailAppointment } from "@/lib/calendar/mail-appointment";
import { remindOfAppointments } from "@/lib/calendar/remind";
import { remindOfDesigns } from "@/lib/cases/approvals/remind";
import { reviewHolds } from "@/lib/cases/hold-review";
import { eraseDue, patientsDue } from "@/lib/data/erasure/due";
import { expireExports } from "@/lib/data/export/expire";
import { runExport } from "@/lib/data/export/run-export";
import { remindOfMaintenance } from "@/lib/departments/maintenance/remind";
import { tellOfPromises } from "@/lib/departments/promises/tell-managers";
import { removeContents } from "@/lib/files/remove-contents";
import type { StoreName } from "@/lib/files/store";
import { makePreview } from "@/lib/files/thumbnails/make-preview";
import { tellOfExpiring } from "@/lib/inventory/lots/expiring";
import { mailRecall, type RecallLetterKind } from "@/lib/inventory/recalls/mail-recall";
import { remindPractices } from "@/lib/inventory/recalls/remind-practices";
import { issueByItself } from "@/lib/inventory/statement/issue-statement";
import { carrierOf } from "@/lib/mail/carriers";
import { sendMail } from "@/lib/mail/send";
import type { MessageJob } from "@/lib/messaging/send";
import { tellOfMessage } from "@/lib/messaging/tell-of-message";
import { askRatings } from "@/lib/network/ask-ratings";
import { purgeApplications } from "@/lib/network/purge-applications";
import { deliver } from "@/lib/notifications/deliver";
import { mailDigest, startDigests } from "@/lib/notifications/digest";
import { mailOne } from "@/lib/notifications/mail-one";
import type { NoticeJob } from "@/lib/notifications/notify";
import { enqueue } from "@/lib/outbox/outbox";
import { alertExpiry } from "@/lib/staff/certificates/alert-expiry";
import { remindOfReviews } from "@/lib/staff/reviews/remind";
import { forEachLab, forLab, inEachLab } from "./for-lab";
import { purgeExpired } from "./purge-expired";
import { refreshReports } from "./refresh-reports";

type CaseJob = { labId: string; caseId: string };
type FileJob = { labId: string; fileId: string };
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
  month_end: (payload, helpers) => {
    const { labId, runId } = payload as { labId: string; runId: string };
    return continueRun(
      (work, person) => forLab(helpers, labId, work, person),
      runId,
      () => helpers.abortSignal.aborted,
    );
  },
  remind_of_reviews: (_payload, helpers) => forEachLab(helpers, (context) => remindOfReviews(context)),
  resume_month_ends: (_payload, helpers) => forEachLab(helpers, resumeMonthEnds),
  mail_credit_note: async (payload, helpers) => {
    const { labId, creditNoteId } = payload as { labId: string; creditNoteId: string };
    await forLab(helpers, labId, (context) => mailCreditNote(context, { creditNoteId }));
  },
  file_preview: (payload, helpers) => {
    const { labId, fileId } = payload as FileJob;
    return makePreview((work) => forLab(helpers, labId, work), fileId);
  },
  review_holds: (_payload, helpers) => forEachLab(helpers, reviewHolds),
  remind_of_maintenance: (_payload, helpers) => forEachLab(helpers, (context) => remindOfMaintenance(context)),
  tell_of_promises: (_payload, helpers) => forEachLab(helpers, (context) => tellOfPromises(context)),
  remind_of_designs: (_payload, helpers) => forEachLab(helpers, remindOfDesigns),
  mark_overdue: (_payload, helpers) => inEachLab(helpers, markOverdue),
  remind_daily: (_payload, helpers) => inEachLab(helpers, (inLab) => remindDaily(inLab)),
  mail_reminder: async (payload, helpers) => {
    const { labId, letterId } = payload as { labId: string; letterId: string };
    await forLab(helpers, labId, (context) => mailReminder(context, { letterId }));
  },
  monthly_statements: (_payload, helpers) => forEachLab(helpers, (context) => startMonthlyStatements(context)),
  send_statement: async (payload, helpers) => {
    const { labId, ...account } = payload as Period & { labId: string; practiceId: string };
    await forLab(helpers, labId, (context) => sendMonthlyStatement(context, account));
  },
  mail_statement: async (payload, helpers) => {
    const { labId, statementId } = payload as { labId: string; statementId: string };
    await forLab(helpers, labId, (context) => mailStatement(context, { statementId }));
  },
  mail_appointment: async (payload, helpers) => {
    const { labId, appointmentId } = payload as { labId: string; appointmentId: string };
    await forLab(helpers, labId, (context) => mailAppointment(context, { appointmentId }));
  },
  remind_of_appointments: (_payload, helpers) => forEachLab(helpers, remindOfAppointments),
  mail_recall: async (payload, helpers) => {
    const { labId, ...letter } = payload as { labId: string; noticeId: string; kind: RecallLetterKind };
    await forLab(helpers, labId, (context) => mailRecall(context, letter));
  },
  issue_statement: async (payload, helpers) => {
    const { labId, caseId } = payload as CaseJob;
    await forLab(helpers, labId, (context) => issueByItself(context, { caseId }));
  },
  remind_of_recalls: (_payload, helpers) => forEachLab(helpers, (context) => remindPractices(context)),
  notify: async (payload, helpers) => {
    const { labId, ...job } = payload as NoticeJob;
    await forLab(helpers, labId, (context) => deliver(context, job));
  },
  mail_notification: async (payload, helpers) => {
    const { labId, notificationId } = payload as { labId: string; notificationId: string };
    await forLab(helpers, labId, (context) => mailOne(context, { notificationId }));
  },
  tell_of_message: async (payload, helpers) => {
    const { labId, ...job } = payload as MessageJob;
    await forLab(helpers, labId, (context) => tellOfMessage(context, job));
  },
  mail_digests: (_payload, helpers) => forEachLab(helpers, startDigests),
  mail_digest: async (payload, helpers) => {
    const { labId, userId } = payload as { labId: string; userId: string };
    await forLab(helpers, labId, (context) => mailDigest(context, { userId }));
  },
  send_mail: (payload, { withPgClient }) =>
    withPgClient((client) => sendMail(client, (payload as { mailId: string }).mailId, carrierOf())),
  password_reset_letter: (payload, { withPgClient }) =>
    withPgClient((client) => writeResetLetter(client, (payload as { email: string }).email)),
  refresh_reports: (_payload, { withPgClient }) => withPgClient(refreshReports),
  alert_certificates: (_payload, helpers) => forEachLab(helpers, alertExpiry),
  ask_ratings: (_payload, helpers) => forEachLab(helpers, askRatings),
  expiring_lots: (_payload, helpers) => forEachLab(helpers, (context) => tellOfExpiring(context)),
  purge_applications: (_payload, { withPgClient }) => withPgClient(purgeApplications).then(() => {}),
  purge_expired: (_payload, { withPgClient }) => withPgClient(purgeExpired).then(() => {}),
  extend_audit_log: (_payload, { withPgClient }) => withPgClient(extendAuditLog),
  back_up: async (payload) => {
    const {
      DATABASE_URL: url = "",
      FILES_DIR: filesDirectory = "",
      BACKUP_DIR: folder = "",
      CASEPAN_VERSION: version = "",
    } = process.env;
    const asked = (payload as { asked?: boolean } | null)?.asked === true;
    await backUpNightly({ url, filesDirectory, folder, version }, asked ? "asked" : "night");
  },
  export_data: (payload, helpers) => {
    const { labId, exportId } = payload as { labId: string; exportId: string };
    return runExport((work, person) => forLab(helpers, labId, work, person), exportId);
  },
  expire_exports: (_payload, helpers) => forEachLab(helpers, expireExports),
  erase_due: (_payload, helpers) =>
    forEachLab(helpers, async (context) => {
      for (const patientId of await patientsDue(context))
        await enqueue(context.tx, "erase_patient", { labId: context.actor.lab.id, patientId });
    }),
  erase_patient: async (payload, helpers) => {
    const { labId, patientId } = payload as { labId: string; patientId: string };
    await forLab(helpers, labId, (context) => eraseDue(context, patientId));
  },
  remove_contents: (payload) => removeContents((payload as { contents: { store: StoreName; key: string }[] }).contents),
  seal_audit_log: (_payload, { withPgClient }) => withPgClient(sealAuditLog),
};
