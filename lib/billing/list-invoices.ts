import { emptySql, joinSql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { INVOICE_PAGE, type InvoiceFilter, type InvoiceKey, SEARCH_MOST } from "./list-filter";
import type { InvoiceStatus } from "./vocabulary";

/** A line of the invoice list. Amounts are decimal strings in `currency`, days `YYYY-MM-DD`. */
export type ListedInvoice = {
  id: string;
  number: string | null;
  status: InvoiceStatus;
  practice: string;
  caseNumber: string | null;
  periodMonth: string | null;
  issuedOn: string | null;
  dueOn: string | null;
  createdAt: Date;
  currency: string;
  total: string;
  balance: string;
  /** Lines that still need a price. */
  exceptions: number;
};
export type InvoicePage = { invoices: ListedInvoice[]; newer: InvoiceKey | null; older: InvoiceKey | null };

/** What the invoices of a filter come to, per currency; `owed` counts those that were sent and are not cancelled. */
export type InvoiceSums = {
  currency: string;
  count: number;
  total: string;
  paid: string;
  owed: string;
  overdue: string;
};

/** In the order "owed" the overdue come first, longest due first, then what is open, then drafts, then the rest. */
const RANK = sql`CASE i.status WHEN 'overdue' THEN 0 WHEN 'partly_paid' THEN 1 WHEN 'sent' THEN 1 WHEN 'draft' THEN 2 ELSE 3 END`;
const DUE = sql`coalesce(i.due_on::timestamp AT TIME ZONE 'UTC', i.created_at)`;

function conditions(filter: InvoiceFilter): Sql[] {
  const { q, status, practice } = filter;
  return [
    status === "open" ? sql`i.status IN ('sent', 'partly_paid', 'overdue')` : emptySql,
    status && status !== "open" ? sql`i.status = ${status}::text` : emptySql,
    practice ? sql`i.practice_id = ${practice}::uuid` : emptySql,
    q ? sql`i.id IN (SELECT search_invoices(${q}, ${SEARCH_MOST}))` : emptySql,
    sql`i.deleted_at IS NULL`,
  ].filter((condition) => condition !== emptySql);
}

/**
 * A page of at most 50 invoices the actor may see, by key: "newest" by the day they were made, "owed" with the overdue first.
 * `newer` and `older` are the keys to ask with `before` and `after` for the pages beside it.
 */
export async function listInvoices(tx: Transaction, filter: InvoiceFilter): Promise<InvoicePage> {
  const key = filter.after ?? filter.before;
  const backwards = !filter.after && filter.before !== null;
  const owed = filter.sort === "owed";
  const falling = owed === backwards;
  const where = conditions(filter);
  const order = rawSql(falling ? "DESC" : "ASC");
  if (key) where.push(beyond(key, owed, rawSql(falling ? "<" : ">")));
  type Row = ListedInvoice & { rank: number; day: Date };
  const found = await tx.rows<Row>(sql`
    SELECT i.id, i.number, i.status, p.name AS practice, c.number AS "caseNumber", i.period_month AS "periodMonth", i.issued_on AS "issuedOn",
      i.due_on AS "dueOn", i.created_at AS "createdAt", i.currency, i.total, i.balance, ${owed ? RANK : sql`0`} AS rank,
      ${owed ? DUE : sql`i.created_at`} AS day,
      (SELECT count(*)::int FROM invoice_items l WHERE l.lab_id = i.lab_id AND l.invoice_id = i.id AND l.exception IS NOT NULL) AS exceptions
    FROM invoices i
    LEFT JOIN practices p ON p.lab_id = i.lab_id AND p.id = i.practice_id
    LEFT JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
    WHERE ${joinSql(where, " AND ")}
    ORDER BY ${owed ? sql`${RANK} ${order}, ${DUE} ${order}` : sql`i.created_at ${order}`}, i.id ${order} LIMIT ${INVOICE_PAGE + 1}`);
  const more = found.length > INVOICE_PAGE;
  const rows = found.slice(0, INVOICE_PAGE);
  if (backwards) rows.reverse();
  const keyAt = (row: Row | undefined) => (row ? { rank: row.rank, day: row.day.toISOString(), id: row.id } : null);
  return {
    invoices: rows.map(({ rank: _rank, day: _day, ...invoice }) => invoice),
    newer: key && (backwards ? more : true) ? keyAt(rows[0]) : null,
    older: backwards || more ? keyAt(rows.at(-1)) : null,
  };
}

function beyond(key: InvoiceKey, owed: boolean, than: Sql): Sql {
  const day = sql`${key.day}::timestamptz`;
  if (owed) return sql`(${RANK}, ${DUE}, i.id) ${than} (${key.rank}::int, ${day}, ${key.id}::uuid)`;
  return sql`i.created_at ${than}= ${day} AND (i.created_at ${than} ${day} OR i.id ${than} ${key.id}::uuid)`;
}

/** Sums over all invoices of the filter, whatever page is shown. */
export async function sumInvoices(tx: Transaction, filter: InvoiceFilter): Promise<InvoiceSums[]> {
  return tx.rows<InvoiceSums>(sql`
    SELECT i.currency, count(*)::int AS count, coalesce(sum(i.total) FILTER (WHERE i.status <> 'cancelled'), 0.00) AS total,
      sum(i.paid_total) AS paid, coalesce(sum(i.balance) FILTER (WHERE i.status IN ('sent', 'partly_paid', 'overdue')), 0.00) AS owed,
      coalesce(sum(i.balance) FILTER (WHERE i.status = 'overdue'), 0.00) AS overdue
    FROM invoices i WHERE ${joinSql(conditions(filter), " AND ")} GROUP BY 1 ORDER BY 1`);
}
