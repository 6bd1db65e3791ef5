import type { Actor } from "@/lib/access/actor";
import { CSV_START, csvLine } from "@/lib/cases/csv";
import { asActor } from "@/lib/db/as-actor";
import { type AccountOf, readAccounts } from "./accounts";
import { type EntryKey, type JournalLine, readEntries } from "./entries";
import type { Period } from "./schema";

/** The columns of the file, in order, with what stands in each. */
export const JOURNAL_COLUMNS = [
  ["Date", "Day of the document on the lab's calendar, YYYY-MM-DD"],
  [
    "Entry",
    "Number of the entry; the lines of one entry share it, and it stays the same however often the file is made",
  ],
  ["Document", "Number of the invoice or credit note; a payment's or refund's reference"],
  ["Account", "Code of the account"],
  ["Account name", "Its name"],
  ["Debit", "Amount with a point and two decimals; empty on a credit line"],
  ["Credit", "The same; empty on a debit line"],
  ["Currency", "Three letters (ISO 4217); each entry is in one currency and balanced in it"],
  ["Tax rate", "Per cent, on lines of sales, credit notes and tax"],
  ["Practice code", "The practice's code"],
  ["Practice", "Its name"],
  ["Text", "What the entry is"],
] as const;

const BATCH = 500;

/**
 * The journal of a period as the bytes of a CSV file: whole entries by day and number, read a batch at a time, each in a transaction of
 * its own, whenever the reader wants more. What goes wrong breaks the download off.
 */
export async function* exportJournal(actor: Actor, period: Period): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  const accountOf = await asActor(actor, readAccounts);
  yield text.encode(CSV_START + csvLine(JOURNAL_COLUMNS.map(([heading]) => heading)));
  let after: EntryKey | null = null;
  do {
    const batch: Batch = await nextBatch(actor, period, after);
    if (batch.lines.length > 0)
      yield text.encode(batch.lines.map((line) => csvLine(valuesOf(line, accountOf))).join(""));
    after = batch.last;
  } while (after);
}

type Batch = Awaited<ReturnType<typeof readEntries>>;

const nextBatch = (actor: Actor, period: Period, after: EntryKey | null): Promise<Batch> =>
  asActor(actor, (tx) => readEntries(tx, period, after, BATCH));

const shown = (amount: string) => (Number(amount) === 0 ? "" : amount);

function valuesOf(line: JournalLine, accountOf: AccountOf): string[] {
  const { code, name } = accountOf(line.purpose, line.taxPercent);
  return [
    ...[line.day, line.entry, line.document, code, name, shown(line.debit), shown(line.credit), line.currency],
    ...[line.taxPercent ?? "", line.practiceCode, line.practice, line.text],
  ];
}
