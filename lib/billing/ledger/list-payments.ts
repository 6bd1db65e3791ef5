import { emptySql, joinSql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { PaymentMethod } from "../vocabulary";
import { PAYMENT_PAGE, type PaymentFilter, SEARCH_MOST } from "./payment-filter";

/** A line of the payments. Amounts are decimal strings in `currency`, the day is `YYYY-MM-DD`. */
export type ListedPayment = {
  id: string;
  /** Null for one that is archived. */
  practice: string | null;
  method: PaymentMethod;
  currency: string;
  amount: string;
  refunded: string;
  /** What is neither settled with nor paid out. */
  credit: string;
  bounced: boolean;
  receivedOn: string;
  reference: string | null;
  /** Numbers of the invoices it settles, the first three. */
  invoices: string[];
  /** Of how many. */
  invoiceCount: number;
};
/** Keys are `<day>|<id>`, to ask with `before` and `after` for the pages beside it. */
export type PaymentPage = { payments: ListedPayment[]; newer: string | null; older: string | null };

const LEFT = sql`p.allocated + p.refunded < p.amount`;

function conditions({ q, method, month, practice, credit }: PaymentFilter): Sql[] {
  return [
    q ? sql`p.id IN (SELECT search_payments(${q}, ${SEARCH_MOST}))` : emptySql,
    method ? sql`p.method = ${method}::text` : emptySql,
    month ? sql`p.received_on >= ${month}::date` : emptySql,
    month ? sql`p.received_on < (${month}::date + interval '1 month')::date` : emptySql,
    practice ? sql`p.practice_id = ${practice}::uuid` : emptySql,
    credit ? LEFT : emptySql,
  ].filter((condition) => condition !== emptySql);
}

/** A page of at most 50 payments, by key: the day they came in, the newest first. */
export async function listPayments(tx: Transaction, filter: PaymentFilter): Promise<PaymentPage> {
  const key = filter.after ?? filter.before;
  const backwards = !filter.after && filter.before !== null;
  const where = conditions(filter);
  if (key) where.push(beyond(key, rawSql(backwards ? ">" : "<")));
  const order = rawSql(backwards ? "ASC" : "DESC");
  const found = await tx.rows<ListedPayment>(sql`
    SELECT y.*, c.name AS practice, y.amount - y.allocated - y.refunded AS credit,
      EXISTS (SELECT FROM refunds r WHERE r.payment_id = y.id AND r.kind = 'bounced') AS bounced,
      coalesce(s.numbers[1:3], '{}') AS invoices, coalesce(cardinality(s.numbers), 0) AS "invoiceCount"
    FROM (
      SELECT p.id, p.practice_id, p.method, p.currency, p.amount, p.allocated, p.refunded, p.received_on AS "receivedOn", p.reference
      FROM payments p WHERE ${joinSql(where.length > 0 ? where : [sql`true`], " AND ")}
      ORDER BY p.received_on ${order}, p.id ${order} LIMIT ${PAYMENT_PAGE + 1}) y
    LEFT JOIN practices c ON c.id = y.practice_id
    LEFT JOIN LATERAL (
      SELECT array_agg(n.number ORDER BY n.number) AS numbers FROM (
        SELECT i.number FROM allocations a JOIN invoices i ON i.id = a.invoice_id WHERE a.payment_id = y.id
        GROUP BY i.id HAVING sum(a.amount) > 0) n) s ON true
    ORDER BY y."receivedOn" ${order}, y.id ${order}`);
  const more = found.length > PAYMENT_PAGE;
  const rows = found.slice(0, PAYMENT_PAGE);
  if (backwards) rows.reverse();
  const keyAt = (row: ListedPayment | undefined) => (row ? `${row.receivedOn}|${row.id}` : null);
  return {
    payments: rows,
    newer: key && (backwards ? more : true) ? keyAt(rows[0]) : null,
    older: backwards || more ? keyAt(rows.at(-1)) : null,
  };
}

function beyond([day, id]: [string, string], than: Sql): Sql {
  return sql`p.received_on ${than}= ${day}::date AND (p.received_on ${than} ${day}::date OR p.id ${than} ${id}::uuid)`;
}

/** What the payments of a filter come to, per currency; of a search, those it looks among. Decimal strings. */
export type PaymentSums = { currency: string; count: number; amount: string; refunded: string; credit: string };

/** Sums over all payments of the filter, whatever page is shown. */
export async function sumPayments(tx: Transaction, filter: PaymentFilter): Promise<PaymentSums[]> {
  const where = conditions(filter);
  return tx.rows<PaymentSums>(sql`
    SELECT p.currency, count(*)::int AS count, sum(p.amount) AS amount, sum(p.refunded) AS refunded,
      sum(p.amount - p.allocated - p.refunded) AS credit
    FROM payments p WHERE ${joinSql(where.length > 0 ? where : [sql`true`], " AND ")} GROUP BY 1 ORDER BY 1`);
}
