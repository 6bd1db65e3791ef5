import { type Sql, sql } from "@/lib/db/sql";
import { all, dayIn, equalsId, idOf } from "../conditions";
import type { Ask } from "../result";
import type { Behind } from "../schema";

/** The numbers of at most three cases of an invoice `i`. */
const CASES = sql`(SELECT string_agg(n.number, ', ' ORDER BY n.number) FROM (
  SELECT DISTINCT c.number FROM invoice_items x JOIN cases c ON c.lab_id = x.lab_id AND c.id = x.case_id
  WHERE x.lab_id = i.lab_id AND x.invoice_id = i.id AND x.deleted_at IS NULL ORDER BY c.number LIMIT 3) n)`;

/** Lines `x` that are of a procedure type; `none` is those without an item. */
const ofType = (type: string): Sql =>
  type === "none"
    ? sql`x.case_item_id IS NULL`
    : sql`EXISTS (SELECT FROM case_items t WHERE t.lab_id = x.lab_id AND t.id = x.case_item_id AND t.procedure_type = ${type})`;

/** The invoices, or the credit notes, behind a figure of revenue; `amount` is the total with tax, of one procedure type of its lines. */
export function invoicesBehind(ask: Ask, { month, key, only }: Behind): Sql {
  const type = key?.startsWith("procedure~") ? key.slice("procedure~".length) : ask.filter.procedure;
  const practice = idOf(key) ?? ask.filter.practice;
  if (only === "credited")
    return sql`
      SELECT n.id, n.issued_on AS at, 'Credit note ' || n.number || ', ' || n.reason AS what, i.case_id, n.invoice_id, NULL::uuid AS lot_id, n.subtotal AS amount
      FROM credit_notes n JOIN invoices i ON i.lab_id = n.lab_id AND i.id = n.invoice_id
      WHERE ${all([
        dayIn(sql`n.issued_on`, ask, month),
        sql`n.currency = ${ask.currency}`,
        equalsId(sql`n.practice_id`, practice),
        type
          ? sql`EXISTS (SELECT FROM credit_note_items y JOIN invoice_items x ON x.lab_id = y.lab_id AND x.id = y.invoice_item_id
              WHERE y.lab_id = n.lab_id AND y.credit_note_id = n.id AND ${ofType(type)})`
          : null,
      ])}`;
  const lines = (select: Sql) =>
    sql`SELECT ${select} FROM invoice_items x WHERE x.lab_id = i.lab_id AND x.invoice_id = i.id AND x.deleted_at IS NULL AND ${ofType(type ?? "")}`;
  return sql`
    SELECT i.id, i.issued_on AS at, 'Invoice ' || i.number || ', ' || replace(i.status, '_', ' ') || coalesce(', ' || ${CASES}, '') AS what, i.case_id, i.id AS invoice_id,
      NULL::uuid AS lot_id, ${type ? sql`(${lines(sql`sum(x.net + x.tax)`)})` : sql`i.total`} AS amount
    FROM invoices i
    WHERE ${all([
      sql`i.deleted_at IS NULL AND i.status NOT IN ('draft', 'cancelled')`,
      dayIn(sql`i.issued_on`, ask, month),
      sql`i.currency = ${ask.currency}`,
      equalsId(sql`i.practice_id`, practice),
      only === "paid" ? sql`i.paid_total > 0` : null,
      only === "owed" ? sql`i.balance > 0` : null,
      type ? sql`EXISTS (${lines(sql`1`)})` : null,
    ])}`;
}
