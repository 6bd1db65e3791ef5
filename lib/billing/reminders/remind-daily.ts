import { DateTime } from "luxon";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { lockLedgers } from "../ledger/lock-ledger";
import { markOverdue } from "../mark-overdue";
import { type DuePractice, dueReminders } from "./due-reminders";
import type { ReminderLevel } from "./levels";
import { reminderLevels } from "./reminder-rules";
import { remindPractice } from "./send-reminders";

/** What a lab's morning came to: letters sent by themselves, and practices left for somebody to look at. */
export type Morning = { sent: number; proposed: number };

/**
 * The lab's morning, once on each of its working days from its opening hour on (so it catches up within the day, and not on a day it is
 * closed): marks what is overdue, sends the reminders whose level goes out by itself and proposes the others. Answers null when it is not
 * the time or another run has done it. `now` is for tests.
 */
export async function remindDaily(context: Context, now: DateTime = DateTime.now()): Promise<Morning | null> {
  const { actor, tx } = context;
  const here = now.setZone(actor.lab.timeZone);
  const today = here.toISODate() as string;
  const open = await tx.row<{ works: boolean }>(sql`
    SELECT ${here.weekday}::int = ANY (working_weekdays) AND opens_at::time <= ${here.toFormat("HH:mm")}::time
      AND NOT EXISTS (SELECT FROM lab_closing_days d WHERE d.closed_on = ${today} AND d.deleted_at IS NULL) AS works FROM labs`);
  if (!open?.works) return null;
  const run = await tx.row(sql`
    INSERT INTO billing_runs (kind, on_day) VALUES ('reminders', ${today}) ON CONFLICT (lab_id, kind, on_day) DO NOTHING RETURNING id`);
  if (!run) return null;
  await lockOverdue(tx, today);
  await markOverdue(context);
  const levels = await reminderLevels(tx);
  let sent = 0;
  const left: DuePractice[] = [];
  for (const due of await dueReminders(tx, levels, today)) {
    const goes = isAutomatic(levels, due) && due.email !== null;
    const result = goes && (await remindPractice(context, levels, { practiceId: due.practiceId, today, address: "" }));
    if (result && result.outcome === "sent") sent += 1;
    else if (!goes) left.push(due);
  }
  await tx.execute(sql`
    UPDATE billing_runs SET sent = ${sent}, proposed = ${left.length} WHERE kind = 'reminders' AND on_day = ${today}`);
  if (left.length > 0) await propose(context, today, left);
  await announce(tx, ["statements"]);
  return { sent, proposed: left.length };
}

/** Locks the practices that owe something overdue all at first, so that none is waited for while invoices of others are held. */
async function lockOverdue(tx: Transaction, today: string): Promise<void> {
  const owing = await tx.rows<{ id: string }>(sql`
    SELECT DISTINCT practice_id AS id FROM invoices WHERE status IN ('sent', 'partly_paid', 'overdue') AND due_on < ${today}::date`);
  await lockLedgers(
    tx,
    owing.map(({ id }) => id),
  );
}

/** A letter goes out by itself only when each level in it does. */
const isAutomatic = (levels: readonly ReminderLevel[], { invoices }: DuePractice): boolean =>
  invoices.every(({ level }) => levels[level - 1]?.automatic);

async function propose({ tx }: Context, today: string, left: DuePractice[]): Promise<void> {
  const without = left.filter(({ email }) => email === null).length;
  await notify(
    tx,
    { permission: "statements.send" },
    {
      key: `reminders:${today}`,
      type: "alert",
      title: left.length === 1 ? "1 practice is to be reminded" : `${left.length} practices are to be reminded`,
      body: without > 0 ? `${without} of them without an e-mail address.` : undefined,
      href: "/invoices/statements/reminders",
    },
  );
}
