import { DateTime } from "luxon";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { enqueue } from "@/lib/outbox/outbox";
import type { Period } from "./account";
import { statementRules } from "./rules";
import { sendStatement } from "./send-statement";

/** A late run, after days of downtime, still sends; one later than this does not: the month's day passed before the lab switched this on. */
const LATEST_DAYS = 7;

/**
 * Starts the statements of the month before for every account with something open, once a month from the lab's own day on, when the lab
 * says so. Each account gets a job of its own (`send_statement`). Answers how many; `now` is for tests.
 */
export async function startMonthlyStatements({ actor, tx }: Context, now: DateTime = DateTime.now()): Promise<number> {
  const rules = await statementRules(tx);
  const today = now.setZone(actor.lab.timeZone);
  if (!rules.monthly || today.day < rules.day || today.day >= rules.day + LATEST_DAYS) return 0;
  const to = today.startOf("month").minus({ days: 1 });
  const period = { from: to.startOf("month").toISODate() as string, to: to.toISODate() as string };
  const run = await tx.row(sql`
    INSERT INTO billing_runs (kind, on_day) VALUES ('statements', ${period.to}) ON CONFLICT (lab_id, kind, on_day) DO NOTHING RETURNING id`);
  if (!run) return 0;
  const accounts = await tx.rows<{ practiceId: string; currency: string; hasAddress: boolean }>(sql`
    SELECT b.practice_id AS "practiceId", b.currency, p.email IS NOT NULL AS "hasAddress"
    FROM balances_on(${period.to}::date) b JOIN practices p ON p.id = b.practice_id ORDER BY p.id, b.currency`);
  const mailed = accounts.filter(({ hasAddress }) => hasAddress);
  for (const { practiceId, currency } of mailed)
    await enqueue(tx, "send_statement", { labId: actor.lab.id, practiceId, currency, ...period });
  await tx.execute(sql`
    UPDATE billing_runs SET sent = ${mailed.length} WHERE kind = 'statements' AND on_day = ${period.to}`);
  const without = accounts.length - mailed.length;
  if (without > 0)
    await notify(
      tx,
      { permission: "statements.send" },
      {
        key: `statements:${period.to}`,
        type: "alert",
        title: without === 1 ? "1 statement has no address to go to" : `${without} statements have no address to go to`,
        href: `/invoices/statements?day=${period.to}`,
      },
    );
  return mailed.length;
}

/** The job of one account: its statement of a month, sent by the lab itself, once. */
export async function sendMonthlyStatement(
  context: Context,
  { practiceId, ...period }: Period & { practiceId: string },
): Promise<void> {
  await sendStatement(context, practiceId, period, "");
}
