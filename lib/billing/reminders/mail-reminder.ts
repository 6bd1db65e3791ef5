import type { Context } from "@/lib/access/action";
import { addressOf } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { announce } from "@/lib/outbox/outbox";
import { invoiceWords } from "../invoice-words";
import { sumOf } from "../line-amounts";
import { currentParties } from "../parties";
import { readAccount } from "../statements/account";
import { renderStatement } from "../statements/pdf/render-statement";

type Reminded = { id: string; number: string; dueOn: string; daysOverdue: number; currency: string; balance: string };
type WaitingLetter = { practiceId: string; onDay: string; subject: string; words: string; to: string; createdAt: Date };

/**
 * Queues the letter of a reminder once, with a statement of each currency's account as PDF. Where all of it was settled since it was
 * written, the letter is withdrawn instead.
 */
export async function mailReminder({ actor, tx }: Context, { letterId }: { letterId: string }): Promise<void> {
  const letter = await tx.row<WaitingLetter>(sql`
    SELECT practice_id AS "practiceId", on_day AS "onDay", subject, words, mailed_to AS "to", created_at AS "createdAt"
    FROM reminder_letters WHERE id = ${letterId} AND mailed_at IS NULL AND withdrawn_at IS NULL FOR UPDATE`);
  if (!letter) return;
  const open = await tx.rows<Reminded>(sql`
    SELECT i.id, i.number, i.due_on AS "dueOn", r.days_overdue AS "daysOverdue", i.currency, i.balance
    FROM reminders r JOIN invoices i ON i.lab_id = r.lab_id AND i.id = r.invoice_id
    WHERE r.letter_id = ${letterId} AND i.balance > 0 AND i.status IN ('sent', 'partly_paid', 'overdue') ORDER BY i.due_on, i.number`);
  if (open.length === 0) {
    await tx.execute(sql`UPDATE reminder_letters SET withdrawn_at = now() WHERE id = ${letterId}`);
  } else {
    await queueMail(tx, { to: letter.to, ...(await letterOf({ actor, tx }, letter, open)) });
    await tx.execute(sql`UPDATE reminder_letters SET mailed_at = now() WHERE id = ${letterId}`);
  }
  await announce(tx, ["statements", `account:${letter.practiceId}`]);
}

async function letterOf({ actor, tx }: Context, letter: WaitingLetter, open: Reminded[]) {
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

function openLine({ number, dueOn, daysOverdue, currency, balance }: Reminded, locale: string): string {
  const words = invoiceWords(locale, currency);
  const overdue = `${daysOverdue} ${daysOverdue === 1 ? "day" : "days"} overdue`;
  return `${number}: ${words.money(balance)}, due on ${words.day(dueOn)} (${overdue})`;
}

function totalLine(open: readonly Reminded[], currency: string, locale: string): string {
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
