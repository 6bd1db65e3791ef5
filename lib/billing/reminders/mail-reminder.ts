import type { Context } from "@/lib/access/action";
import { addressOf } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { announce } from "@/lib/outbox/outbox";
import { invoiceWords } from "../invoice-words";
import { sumOf } from "../line-amounts";
import { currentParties } from "../parties";
import { readAccount } from "../statements/account";
import { renderStatement } from "../statements/pdf/render-statement";
import type { DueInvoice } from "./due-reminders";
import { reminderLevels } from "./reminder-rules";
import { reminderText } from "./reminder-text";

type WaitingLetter = {
  practiceId: string;
  onDay: string;
  subject: string;
  words: string;
  to: string;
  createdAt: Date;
};

/**
 * Queues the letter of a reminder once, with a statement of each currency's account as PDF. What it says is decided now, with the practice's
 * ledger locked: where something was settled, or reminding of it rests since it was written, it is written anew about the rest, at the
 * level of the rest; where nothing is left, the letter is withdrawn.
 */
export async function mailReminder({ actor, tx }: Context, { letterId }: { letterId: string }): Promise<void> {
  await tx.execute(sql`
    SELECT FROM practices WHERE id = (SELECT practice_id FROM reminder_letters WHERE id = ${letterId}) FOR NO KEY UPDATE`);
  const letter = await tx.row<WaitingLetter>(sql`
    SELECT practice_id AS "practiceId", on_day AS "onDay", subject, words, mailed_to AS "to", created_at AS "createdAt"
    FROM reminder_letters WHERE id = ${letterId} AND mailed_at IS NULL AND withdrawn_at IS NULL FOR UPDATE`);
  if (!letter) return;
  const { open, asWritten } = await stillOpen(tx, letterId, labToday(actor.lab.timeZone));
  if (open.length === 0) {
    await tx.execute(sql`UPDATE reminder_letters SET withdrawn_at = now() WHERE id = ${letterId}`);
  } else {
    const said = asWritten ? letter : { ...letter, ...(await wordsAnew({ actor, tx }, letter, open)) };
    await queueMail(tx, { to: letter.to, ...(await letterOf({ actor, tx }, said, open)) });
    await tx.execute(sql`UPDATE reminder_letters SET mailed_at = now() WHERE id = ${letterId}`);
  }
  await announce(tx, ["statements", `account:${letter.practiceId}`]);
}

/**
 * What of a letter is still to be reminded of, as it stands, and whether that is all and as it was written. What was settled meanwhile, or
 * rests, is noted as left out: it counts as not reminded of.
 */
async function stillOpen(
  tx: Transaction,
  letterId: string,
  today: string,
): Promise<{ open: DueInvoice[]; asWritten: boolean }> {
  await tx.execute(sql`
    UPDATE reminders r SET left_out = true FROM invoices i
    WHERE r.letter_id = ${letterId} AND i.lab_id = r.lab_id AND i.id = r.invoice_id AND (i.balance <= 0 OR i.status NOT IN ('sent', 'partly_paid', 'overdue')
      OR EXISTS (SELECT FROM reminder_pauses x WHERE x.practice_id = i.practice_id AND (x.invoice_id IS NULL OR x.invoice_id = i.id)
        AND x.ended_at IS NULL AND (x.until IS NULL OR x.until >= ${today}::date)))`);
  const open = await tx.rows<DueInvoice>(sql`
    SELECT i.id, i.number, i.due_on AS "dueOn", r.days_overdue AS "daysOverdue", i.currency, i.balance, r.level
    FROM reminders r JOIN invoices i ON i.lab_id = r.lab_id AND i.id = r.invoice_id WHERE r.letter_id = ${letterId} AND NOT r.left_out
    ORDER BY i.due_on, i.number`);
  const changed = await tx.row(sql`
    SELECT FROM reminders r JOIN invoices i ON i.lab_id = r.lab_id AND i.id = r.invoice_id
    WHERE r.letter_id = ${letterId} AND (r.left_out OR i.balance <> r.balance) LIMIT 1`);
  return { open, asWritten: !changed };
}

/** Subject and words about what is left, by the lab's levels of now; those it was written with where the lab has no such level any more. */
async function wordsAnew({ actor, tx }: Context, letter: WaitingLetter, open: readonly DueInvoice[]) {
  const highest = Math.max(...open.map(({ level }) => level));
  const level = (await reminderLevels(tx))[highest - 1];
  if (!level) return {};
  return reminderText(tx, level, { practiceId: letter.practiceId, invoices: [...open] }, actor.lab.locale);
}

async function letterOf({ actor, tx }: Context, letter: WaitingLetter, open: DueInvoice[]) {
  const { locale } = actor.lab;
  const parties = await currentParties(tx, letter.practiceId);
  const { lab } = parties;
  const currencies = [...new Set(open.map(({ currency }) => currency))].sort();
  const written = await writeLetter(tx, "reminder", {
    labId: actor.lab.id,
    to: letter.to,
    from: [lab.name, ...lab.address, lab.phone].filter(Boolean).join(" · "),
    href: addressOf("/portal/invoices"),
    values: {
      subject: letter.subject,
      words: letter.words,
      invoices: open.map((one) => openLine(one, locale)).join("\n"),
      totals: currencies.map((currency) => totalLine(open, currency, locale)).join("\n"),
      lab: lab.name,
    },
  });
  const attachments = [];
  for (const currency of currencies) attachments.push(await statementOf(tx, { ...letter, currency, parties, locale }));
  return { ...written, attachments };
}

function openLine({ number, dueOn, daysOverdue, currency, balance }: DueInvoice, locale: string): string {
  const words = invoiceWords(locale, currency);
  const overdue = `${daysOverdue} ${daysOverdue === 1 ? "day" : "days"} overdue`;
  return `${number}: ${words.money(balance)}, due on ${words.day(dueOn)} (${overdue})`;
}

function totalLine(open: readonly DueInvoice[], currency: string, locale: string): string {
  const sum = sumOf(open.filter((one) => one.currency === currency).map(({ balance }) => balance));
  return `Together ${invoiceWords(locale, currency).money(sum)}.`;
}

type StatementOf = WaitingLetter & {
  currency: string;
  parties: Awaited<ReturnType<typeof currentParties>>;
  locale: string;
};

/** The account since the month of its earliest open invoice, as of the reminder's day. */
async function statementOf(tx: Transaction, { practiceId, onDay, currency, parties, locale, createdAt }: StatementOf) {
  const first = await tx.row<{ from: string }>(sql`
    SELECT coalesce(date_trunc('month', min(issued_on))::date, ${onDay}::date) AS "from"
    FROM open_invoices_on(${onDay}::date, ${practiceId}::uuid) WHERE currency = ${currency}`);
  const account = await readAccount(tx, practiceId, { currency, from: first?.from ?? onDay, to: onDay });
  const { name, pdf } = await renderStatement({ ...account, parties }, locale, createdAt);
  return { name, mediaType: "application/pdf", base64: pdf.toString("base64") };
}
