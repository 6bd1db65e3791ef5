import type { CronItem } from "graphile-worker";

/** When jobs run by the clock (UTC). A job key lets one at most wait, so that a slow run gathers no queue behind it. */
export const crontab: CronItem[] = [
  { task: "refresh_reports", match: "*/5 * * * *", options: { jobKey: "refresh_reports", queueName: "reports" } },
  { task: "mark_overdue", match: "*/15 * * * *", options: { jobKey: "mark_overdue" } },
  { task: "purge_expired", match: "17 * * * *", options: { jobKey: "purge_expired" } },
  { task: "extend_audit_log", match: "5 3 * * *", options: { jobKey: "extend_audit_log", backfillPeriod: 86_400_000 } },
];
