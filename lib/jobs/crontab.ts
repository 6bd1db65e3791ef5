import type { CronItem } from "graphile-worker";
import { REFRESH_EVERY_MINUTES, REFRESH_JOB } from "@/lib/reports/refresh-schedule";

/** When jobs run by the clock (UTC). A job key lets one at most wait, so that a slow run gathers no queue behind it. */
export const crontab: CronItem[] = [
  { task: "refresh_reports", match: `*/${REFRESH_EVERY_MINUTES} * * * *`, options: REFRESH_JOB },
  { task: "review_holds", match: "11 * * * *", options: { jobKey: "review_holds" } },
  { task: "remind_of_designs", match: "7 * * * *", options: { jobKey: "remind_of_designs" } },
  { task: "remind_of_appointments", match: "* * * * *", options: { jobKey: "remind_of_appointments" } },
  { task: "remind_of_maintenance", match: "27 * * * *", options: { jobKey: "remind_of_maintenance" } },
  { task: "tell_of_promises", match: "3,33 * * * *", options: { jobKey: "tell_of_promises" } },
  { task: "remind_of_reviews", match: "31 7 * * *", options: { jobKey: "remind_of_reviews" } },
  { task: "resume_month_ends", match: "* * * * *", options: { jobKey: "resume_month_ends" } },
  { task: "mark_overdue", match: "*/15 * * * *", options: { jobKey: "mark_overdue" } },
  { task: "remind_daily", match: "4,19,34,49 * * * *", options: { jobKey: "remind_daily" } },
  { task: "monthly_statements", match: "9,24,39,54 * * * *", options: { jobKey: "monthly_statements" } },
  { task: "remind_of_recalls", match: "31 8 * * *", options: { jobKey: "remind_of_recalls" } },
  { task: "mail_digests", match: "*/5 * * * *", options: { jobKey: "mail_digests" } },
  {
    task: "alert_certificates",
    match: "27 5 * * *",
    options: { jobKey: "alert_certificates", backfillPeriod: 86_400_000 },
  },
  { task: "ask_ratings", match: "23 * * * *", options: { jobKey: "ask_ratings" } },
  { task: "expiring_lots", match: "35 5 * * *", options: { jobKey: "expiring_lots", backfillPeriod: 43_200_000 } },
  { task: "purge_applications", match: "37 * * * *", options: { jobKey: "purge_applications" } },
  { task: "purge_expired", match: "17 * * * *", options: { jobKey: "purge_expired" } },
  { task: "extend_audit_log", match: "5 3 * * *", options: { jobKey: "extend_audit_log", backfillPeriod: 86_400_000 } },
  { task: "back_up", match: "12 2 * * *", options: { jobKey: "back_up", backfillPeriod: 43_200_000 } },
  { task: "expire_exports", match: "29 * * * *", options: { jobKey: "expire_exports" } },
  { task: "erase_due", match: "41 3 * * *", options: { jobKey: "erase_due", backfillPeriod: 86_400_000 } },
  { task: "seal_audit_log", match: "43 * * * *", options: { jobKey: "seal_audit_log" } },
];
