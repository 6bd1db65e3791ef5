import type { Transaction } from "@/lib/db/transaction";
import { invoiceWords } from "../invoice-words";
import { sumOf } from "../line-amounts";
import { currentParties } from "../parties";
import type { DuePractice } from "./due-reminders";
import { fillPlaceholders, type ReminderLevel } from "./levels";

/** Subject and words of a practice's reminder with its placeholders filled, in the lab's locale (BCP 47). */
export async function reminderText(
  tx: Transaction,
  level: Pick<ReminderLevel, "subject" | "words">,
  { practiceId, invoices }: Pick<DuePractice, "practiceId" | "invoices">,
  locale: string,
): Promise<{ subject: string; words: string }> {
  const { lab, practice } = await currentParties(tx, practiceId);
  const currencies = [...new Set(invoices.map(({ currency }) => currency))].sort();
  const amounts = currencies.map((currency) =>
    invoiceWords(locale, currency).money(
      sumOf(invoices.filter((one) => one.currency === currency).map(({ balance }) => balance)),
    ),
  );
  const earliest = invoices.map(({ dueOn }) => dueOn).sort()[0];
  const values = {
    practice: practice.name,
    lab: lab.name,
    invoices: listed(
      invoices.map(({ number }) => number),
      locale,
    ),
    amount: listed(amounts, locale),
    days: String(Math.max(...invoices.map(({ daysOverdue }) => daysOverdue))),
    due: earliest ? invoiceWords(locale, currencies[0] as string).day(earliest) : "",
    bank: [lab.bankName, lab.bankAccount].filter(Boolean).join(", ") || "our account",
  };
  return { subject: fillPlaceholders(level.subject, values), words: fillPlaceholders(level.words, values) };
}

const listed = (parts: string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(parts);
