import { DateTime } from "luxon";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { markOverdue } from "../mark-overdue";
import type { InLab } from "../month-end/continue-run";
import { type DuePractice, dueReminders } from "./due-reminders";
import type { ReminderLevel } from "./levels";
import { reminderLevels } from "./reminder-rules";
import { remindPractice } from "./send-reminders";

/** What a lab's morning came to: letters sent by themselves, and practices left for somebody to look at. */
export type Morning = { sent: number; proposed: number };

/**
 * The lab's morning, once on each of its working days from its opening hour on (so it catches up within the day, and not on a day it is
 * closed): marks what is overdue, sends the reminders whose level goes out by itself and proposes the others. Each practice has a transaction
 * of its own: one that fails holds up no other, and a morning that broke off goes on where it was, since nobody is reminded twice. Answers
 * null when it is not the time or another run has done it. Throws the first failure at the end. `now` is for tests.
 */
export async function remindDaily(inLab: InLab, now: DateTime = DateTime.now()): Promise<Morning | null> {
  const today = await inLab((context) => morningOf(context, now));
  if (!today) return null;
  const failures: unknown[] = [];
  const goOn = (failure: unknown) => void failures.push(failure);
  await markOverdue(inLab).catch(goOn);
  const found = await inLab(async ({ tx }) => {
    const levels = await reminderLevels(tx);
    return { levels, due: await dueReminders(tx, levels, today) };
  });
  if (!found) return null;
  const { levels, due } = found;
  const left = due.filter((practice) => !goesByItself(levels, practice));
  for (const practice of due.filter((one) => !left.includes(one))) {
    const which = { practiceId: practice.practiceId, today, address: "" };
    await inLab((context) => remindPractice(context, levels, which)).catch(goOn);
  }
  const morning = await inLab((context) => endMorning(context, today, left));
  if (failures.length > 0) throw failures[0];
  return morning ?? null;
}

/** The lab's day (`YYYY-MM-DD`) when its morning is to be done now, else null. */
async function morningOf({ actor, tx }: Context, now: DateTime): Promise<string | null> {
  const here = now.setZone(actor.lab.timeZone);
  const today = here.toISODate() as string;
  const open = await tx.row<{ works: boolean }>(sql`
    SELECT ${here.weekday}::int = ANY (working_weekdays) AND opens_at::time <= ${here.toFormat("HH:mm")}::time
      AND NOT EXISTS (SELECT FROM lab_closing_days d WHERE d.closed_on = ${today} AND d.deleted_at IS NULL)
      AND NOT EXISTS (SELECT FROM billing_runs r WHERE r.kind = 'reminders' AND r.on_day = ${today}) AS works FROM labs`);
  return open?.works ? today : null;
}

/** A letter goes out by itself only when each level in it does, and when there is an address. */
const goesByItself = (levels: readonly ReminderLevel[], { invoices, email }: DuePractice): boolean =>
  email !== null && invoices.every(({ level }) => levels[level - 1]?.automatic);

/** Notes the morning as done, once, and proposes what is left. Null when another run has. */
async function endMorning({ tx }: Context, today: string, left: DuePractice[]): Promise<Morning | null> {
  const run = await tx.row<{ sent: number }>(sql`
    INSERT INTO billing_runs (kind, on_day, proposed, sent)
    SELECT 'reminders', ${today}::date, ${left.length}::int, count(*) FROM reminder_letters WHERE on_day = ${today}::date AND sent_by_id IS NULL
    ON CONFLICT (lab_id, kind, on_day) DO NOTHING RETURNING sent`);
  if (!run) return null;
  if (left.length > 0) await propose(tx, today, left);
  await announce(tx, ["statements"]);
  return { sent: run.sent, proposed: left.length };
}

async function propose(tx: Context["tx"], today: string, left: DuePractice[]): Promise<void> {
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
