import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { announce, enqueue } from "@/lib/outbox/outbox";
import { lockLedgers } from "../ledger/lock-ledger";
import { type DuePractice, dueReminders } from "./due-reminders";
import type { ReminderLevel } from "./levels";
import { reminderLevels } from "./reminder-rules";
import { reminderText } from "./reminder-text";
import type { SendRemindersInput } from "./schema";

/** What became of one practice that was to be reminded. */
export type ReminderResult = { practiceId: string; practice: string } & (
  | { outcome: "sent"; level: number; invoices: number; to: string }
  | { outcome: "refused"; words: string }
);

/**
 * Reminds practices of what is due to be reminded today: each gets one letter, mailed by a job. A practice with nothing left to remind
 * of (it paid, or somebody else just did this) or without an address is refused by itself. Answers what became of each.
 */
export async function sendReminders(
  context: Context,
  { practiceIds, address }: SendRemindersInput,
): Promise<{ results: ReminderResult[] }> {
  const levels = await reminderLevels(context.tx);
  const today = labToday(context.actor.lab.timeZone);
  const results: ReminderResult[] = [];
  const wanted = [...new Set(practiceIds)];
  await lockLedgers(context.tx, wanted);
  for (const practiceId of wanted) results.push(await remindPractice(context, levels, { practiceId, today, address }));
  await announce(context.tx, ["statements"]);
  return { results };
}

/**
 * Writes one practice's letter with its invoices, and queues it; `address` is empty for the practice's own. The practice and its invoices
 * are locked before it is decided what is due, so that a payment counts and no second letter is written.
 */
export async function remindPractice(
  { actor, tx }: Context,
  levels: ReminderLevel[],
  { practiceId, today, address }: { practiceId: string; today: string; address: string },
): Promise<ReminderResult> {
  const practice = await tx.row<{ name: string }>(
    sql`SELECT name FROM practices WHERE id = ${practiceId} FOR NO KEY UPDATE`,
  );
  const about = { practiceId, practice: practice?.name ?? "A practice that is archived" };
  await tx.execute(sql`
    SELECT FROM invoices WHERE practice_id = ${practiceId} AND status IN ('sent', 'partly_paid', 'overdue') ORDER BY id FOR UPDATE`);
  const [due] = await dueReminders(tx, levels, today, practiceId);
  if (!due) return { ...about, outcome: "refused", words: "Nothing is left to remind it of." };
  const to = address || due.email;
  if (!to) return { ...about, outcome: "refused", words: "It has no e-mail address." };
  await writeLetter({ actor, tx }, levels[due.level - 1] as ReminderLevel, { due, today, to });
  return { ...about, outcome: "sent", level: due.level, invoices: due.invoices.length, to };
}

async function writeLetter(
  { actor, tx }: Context,
  level: ReminderLevel,
  { due, today, to }: { due: DuePractice; today: string; to: string },
): Promise<void> {
  const { subject, words } = await reminderText(tx, level, due, actor.lab.locale);
  const letter = await tx.row<{ id: string }>(sql`
    INSERT INTO reminder_letters (practice_id, on_day, level, subject, words, sent_by_id, mailed_to)
    VALUES (${due.practiceId}, ${today}, ${due.level}, ${subject}, ${words}, ${actor.userId}, ${to}) RETURNING id`);
  const letterId = (letter as { id: string }).id;
  for (const { id, level: own, daysOverdue, balance } of due.invoices)
    await tx.execute(sql`
      INSERT INTO reminders (letter_id, invoice_id, level, on_day, days_overdue, balance)
      VALUES (${letterId}, ${id}, ${own}, ${today}, ${daysOverdue}, ${balance})`);
  await enqueue(tx, "mail_reminder", { labId: actor.lab.id, letterId });
  await announce(tx, [`account:${due.practiceId}`, ...due.invoices.map(({ id }) => `invoice:${id}`)]);
}
