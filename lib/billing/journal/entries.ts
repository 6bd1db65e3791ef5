import { emptySql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Purpose } from "./account-words";
import type { Period } from "./schema";

/** One line of an entry. Amounts are decimals in the entry's currency, one of the two "0.00". */
export type JournalLine = {
  day: string;
  /** The document's own number or made of its id, so the same however often the journal is drawn up. */
  entry: string;
  document: string;
  purpose: Purpose;
  taxPercent: string | null;
  debit: string;
  credit: string;
  currency: string;
  practiceCode: string;
  practice: string;
  text: string;
};
/** An entry's place in the journal. */
export type EntryKey = Pick<JournalLine, "day" | "entry">;

const idWord = (prefix: string, column: Sql) =>
  sql`${prefix}::text || upper(right(replace(${column}::text, '-', ''), 12))`;

/**
 * The documents of a period, a row each with its day on the lab's calendar: sent invoices on the day of issue, and once more, turned
 * round, on the day when one was cancelled; credit notes; payments; what went back (refunds, and payments that the bank took back).
 */
const entriesOf = ({ from, to }: Period) => sql`
  SELECT i.issued_on AS day, i.number AS entry, i.number AS document, 'invoice' AS kind, i.id, i.practice_id, i.currency::text AS currency,
    i.total AS amount, NULL::text AS method, 'Invoice ' || i.number AS text
  FROM invoices i WHERE i.number IS NOT NULL AND i.issued_on BETWEEN ${from}::date AND ${to}::date
  UNION ALL
  SELECT (i.cancelled_at AT TIME ZONE l.time_zone)::date, i.number || '-X', i.number, 'cancelled', i.id, i.practice_id, i.currency::text,
    -i.total, NULL, 'Invoice ' || i.number || ' cancelled: ' || coalesce(i.cancelled_reason, '')
  FROM invoices i JOIN labs l ON l.id = i.lab_id
  WHERE i.number IS NOT NULL AND i.cancelled_at >= ${from}::timestamp AT TIME ZONE l.time_zone
    AND i.cancelled_at < (${to}::date + 1)::timestamp AT TIME ZONE l.time_zone
  UNION ALL
  SELECT n.issued_on, n.number, n.number, 'credit', n.id, n.practice_id, n.currency::text, -n.total, NULL,
    'Credit note ' || n.number || ' on ' || i.number || ': ' || n.reason
  FROM credit_notes n JOIN invoices i ON i.lab_id = n.lab_id AND i.id = n.invoice_id WHERE n.issued_on BETWEEN ${from}::date AND ${to}::date
  UNION ALL
  SELECT p.received_on, ${idWord("PAY-", sql`p.id`)}, coalesce(p.reference, ''), 'payment', p.id, p.practice_id, p.currency::text,
    -p.amount, p.method::text, 'Payment received'
  FROM payments p WHERE p.received_on BETWEEN ${from}::date AND ${to}::date
  UNION ALL
  SELECT r.refunded_on, ${idWord("REF-", sql`r.id`)}, coalesce(r.reference, ''), 'refund', r.id, r.practice_id, r.currency::text,
    r.amount, r.method::text, CASE r.kind WHEN 'bounced' THEN 'Payment taken back by the bank: ' ELSE 'Refund: ' END || r.reason
  FROM refunds r WHERE r.refunded_on BETWEEN ${from}::date AND ${to}::date`;

/** An entry's lines, debits above zero and credits below: what the practice owes, then what it is for, or how the money moved. */
const LINES = sql`
  SELECT 1 AS position, 'receivable' AS purpose, NULL::numeric AS tax_percent, e.amount
  UNION ALL SELECT 2, e.method, NULL, -e.amount WHERE e.method IS NOT NULL
  UNION ALL SELECT part.position, part.purpose, x.tax_percent, CASE e.kind WHEN 'invoice' THEN -part.amount ELSE part.amount END
    FROM (SELECT l.tax_percent, sum(l.net) AS net, sum(l.tax) AS tax FROM invoice_items l
      WHERE e.kind IN ('invoice', 'cancelled') AND l.invoice_id = e.id AND l.deleted_at IS NULL GROUP BY 1) x
    CROSS JOIN LATERAL (VALUES (3, 'revenue', x.net), (4, 'tax', x.tax)) part(position, purpose, amount)
  UNION ALL SELECT part.position, part.purpose, x.tax_percent, part.amount
    FROM (SELECT l.tax_percent, sum(l.net) AS net, sum(l.tax) AS tax FROM credit_note_items l
      WHERE e.kind = 'credit' AND l.credit_note_id = e.id GROUP BY 1) x
    CROSS JOIN LATERAL (VALUES (3, 'credited', x.net), (4, 'tax', x.tax)) part(position, purpose, amount)`;

/**
 * The lines of the next entries of a period after a place (null: from the start), by day and number, and the place they end at. A practice
 * that is archived since is named all the same.
 */
export async function readEntries(
  tx: Transaction,
  period: Period,
  after: EntryKey | null,
  most: number,
): Promise<{ lines: JournalLine[]; last: EntryKey | null }> {
  await tx.includeDeleted();
  const beyond = after ? sql`WHERE (day, entry COLLATE "C") > (${after.day}::date, ${after.entry}::text)` : emptySql;
  const lines = await tx.rows<JournalLine>(sql`
    WITH e AS MATERIALIZED (SELECT * FROM (${entriesOf(period)}) found ${beyond} ORDER BY day, entry COLLATE "C" LIMIT ${most})
    SELECT e.day, e.entry, e.document, l.purpose, l.tax_percent AS "taxPercent", greatest(l.amount, 0)::numeric(12,2) AS debit,
      greatest(-l.amount, 0)::numeric(12,2) AS credit, e.currency, coalesce(p.code, '') AS "practiceCode", coalesce(p.name, '') AS practice, e.text
    FROM e CROSS JOIN LATERAL (${LINES}) l LEFT JOIN practices p ON p.id = e.practice_id
    WHERE l.amount <> 0 ORDER BY e.day, e.entry COLLATE "C", l.position, l.tax_percent`);
  const end = await tx.row<EntryKey & { count: number }>(sql`
    WITH e AS (SELECT day, entry FROM (${entriesOf(period)}) found ${beyond} ORDER BY day, entry COLLATE "C" LIMIT ${most})
    SELECT day, entry, (SELECT count(*)::int FROM e) AS count FROM e ORDER BY day DESC, entry COLLATE "C" DESC LIMIT 1`);
  return { lines, last: end && end.count === most ? { day: end.day, entry: end.entry } : null };
}

/** What a purpose (and rate of tax) comes to in a period, in one currency. */
export type JournalTotal = Pick<JournalLine, "purpose" | "taxPercent" | "debit" | "credit" | "currency">;

/** The sums of a period by currency, purpose and rate, and how many documents they come from. */
export async function sumEntries(
  tx: Transaction,
  period: Period,
): Promise<{ totals: JournalTotal[]; entries: number }> {
  const totals = await tx.rows<JournalTotal>(sql`
    SELECT l.purpose, CASE WHEN l.purpose = 'tax' THEN l.tax_percent END AS "taxPercent", e.currency,
      coalesce(sum(l.amount) FILTER (WHERE l.amount > 0), 0)::numeric(14,2) AS debit,
      coalesce(-sum(l.amount) FILTER (WHERE l.amount < 0), 0)::numeric(14,2) AS credit
    FROM (${entriesOf(period)}) e CROSS JOIN LATERAL (${LINES}) l WHERE l.amount <> 0 GROUP BY 1, 2, 3 ORDER BY 3, 1, 2`);
  const counted = await tx.row<{ entries: number }>(sql`SELECT count(*)::int AS entries FROM (${entriesOf(period)}) e`);
  return { totals, entries: counted?.entries ?? 0 };
}
