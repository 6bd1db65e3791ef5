import type { TaskList } from "graphile-worker";
import { carrierOf } from "@/lib/mail/carriers";
import { sendMail } from "@/lib/mail/send";
import { purgeExpired } from "./purge-expired";
import { refreshReports } from "./refresh-reports";

/**
 * Every job by its name: a topic of the outbox, or a line of crontab.ts. A job may run twice (its process may die after
 * the work and before the note of it), so each is written to make no difference the second time.
 */
export const tasks: TaskList = {
  send_mail: (payload, { withPgClient }) =>
    withPgClient((client) => sendMail(client, (payload as { mailId: string }).mailId, carrierOf())),
  refresh_reports: (_payload, { withPgClient }) => withPgClient(refreshReports),
  purge_expired: (_payload, { withPgClient }) => withPgClient(purgeExpired).then(() => {}),
  extend_audit_log: (_payload, { query }) => query("select ensure_audit_partitions(3)").then(() => {}),
};
