import { emptySql, type Sql, sql } from "@/lib/db/sql";
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

/** What of an invoice a figure sums, of all its lines or of those of one type; what is paid is known of whole invoices alone. */
const AMOUNT: Record<string, { whole: Sql; lines: Sql }> = {
  total: { whole: sql`i.total`, lines: sql`sum(x.net + x.tax)` },
  net: { whole: sql`i.subtotal`, lines: sql`sum(x.net)` },
  paid: { whole: sql`i.paid_total`, lines: sql`NULL::numeric` },
  owed: { whole: sql`i.balance`, lines: sql`NULL::numeric` },
};

/** The invoices and credit notes behind a figure of revenue; `amount` is what the figure sums of each. */
export function invoicesBehind(ask: Ask, part: Behind): Sql {
  if (part.only === "credited") return credited(ask, part, emptySql);
  if (part.only === "kept")
    return sql`${invoiced(ask, { ...part, only: "net" })} UNION ALL ${credited(ask, part, sql`-`)}`;
  return invoiced(ask, part);
}

const typeOf = (ask: Ask, key: string | undefined) =>
  key?.startsWith("procedure~") ? key.slice("procedure~".length) : ask.filter.procedure;

function invoiced(ask: Ask, { month, key, only }: Behind): Sql {
  const type = typeOf(ask, key);
  const amount = AMOUNT[only ?? "total"] ?? AMOUNT.total;
  const lines = (select: Sql) =>
    sql`SELECT ${select} FROM invoice_items x WHERE x.lab_id = i.lab_id AND x.invoice_id = i.id AND x.deleted_at IS NULL AND ${ofType(type ?? "")}`;
  return sql`
    SELECT i.id, i.issued_on AS at, 'Invoice ' || i.number || ', ' || replace(i.status, '_', ' ') || coalesce(', ' || ${CASES}, '') AS what, i.case_id, i.id AS invoice_id,
      NULL::uuid AS lot_id, ${type ? sql`(${lines(amount?.lines ?? sql`NULL::numeric`)})` : amount?.whole} AS amount
    FROM invoices i
    WHERE ${all([
      sql`i.deleted_at IS NULL AND i.status NOT IN ('draft', 'cancelled')`,
      dayIn(sql`i.issued_on`, ask, month),
      sql`i.currency = ${ask.currency}`,
      equalsId(sql`i.practice_id`, idOf(key) ?? ask.filter.practice),
      only === "paid" ? sql`i.paid_total <> 0` : null,
      only === "owed" ? sql`i.balance <> 0` : null,
      type ? sql`EXISTS (${lines(sql`1`)})` : null,
    ])}`;
}

function credited(ask: Ask, { month, key }: Behind, sign: Sql): Sql {
  const type = typeOf(ask, key);
  const lines = (select: Sql) => sql`
    SELECT ${select} FROM credit_note_items y JOIN invoice_items x ON x.lab_id = y.lab_id AND x.id = y.invoice_item_id
    WHERE y.lab_id = n.lab_id AND y.credit_note_id = n.id AND ${ofType(type ?? "")}`;
  return sql`
    SELECT n.id, n.issued_on AS at, 'Credit note ' || n.number || ', ' || n.reason AS what, i.case_id, n.invoice_id, NULL::uuid AS lot_id,
      ${sign}${type ? sql`(${lines(sql`sum(y.net)`)})` : sql`n.subtotal`} AS amount
    FROM credit_notes n JOIN invoices i ON i.lab_id = n.lab_id AND i.id = n.invoice_id
    WHERE ${all([
      dayIn(sql`n.issued_on`, ask, month),
      sql`n.currency = ${ask.currency}`,
      equalsId(sql`n.practice_id`, idOf(key) ?? ask.filter.practice),
      type ? sql`EXISTS (${lines(sql`1`)})` : null,
    ])}`;
}
