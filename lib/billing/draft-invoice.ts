import type { Context } from "@/lib/access/action";
import type { ToothNotation } from "@/lib/access/actor";
import { notFound } from "@/lib/access/errors";
import { itemName } from "@/lib/cases/item-name";
import { MATERIAL_LABEL, type Urgency } from "@/lib/cases/vocabulary";
import { joinSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { sumOf } from "./line-amounts";
import { termsOf } from "./price-terms";
import { listsOn, type PricedItem, type PricedLine, priceCase } from "./pricing";
import { tellBilling } from "./tell-billing";
import type { InvoiceMode } from "./vocabulary";

type InvoicedCase = {
  id: string;
  number: string;
  practiceId: string;
  dentistId: string;
  urgency: Urgency;
  remakeOf: string | null;
  mode: InvoiceMode;
  currency: string;
  toothNotation: ToothNotation;
};

type CaseItem = PricedItem & { isPending: boolean; deliveredOn: string | null };

/**
 * Drafts the invoice of what was delivered of a case and is on no invoice yet, by the prices that hold on the lab's day of
 * delivery: an invoice of its own (`per_case`), or a part of the practice's open draft of that month (`monthly`). Doing it again
 * adds nothing. Answers the draft's id, or null when nothing is to be invoiced. Refuses with `not_found`.
 */
export async function draftInvoice(
  { actor, tx }: Context,
  { caseId }: { caseId: string },
): Promise<{ invoiceId: string } | null> {
  const found = await lockForDrafting(tx, caseId);
  const items = await livingItems(tx, caseId);
  const day = items
    .flatMap(({ isPending, deliveredOn }) => (isPending && deliveredOn ? [deliveredOn] : []))
    .sort()
    .at(-1);
  if (!day) return null;

  const terms = await termsOf(tx, found.practiceId, found.dentistId);
  const currency = listsOn(terms, day)[0]?.currency ?? found.currency;
  const pending = new Map(items.filter(({ isPending }) => isPending).map((item) => [item.id, item]));
  const lines = priceCase(items, found.urgency, terms, day).filter(({ itemId }) => pending.has(itemId));
  const invoiceId = await openDraft(tx, found, currency, `${day.slice(0, 7)}-01`);
  const total = await addLines(tx, invoiceId, found, pending, lines);
  await recordEvent({ actor, tx }, { caseId, kind: "invoice_drafted", data: { total, currency } });
  await tellBilling(tx, invoiceId, [caseId]);
  return { invoiceId };
}

/** The practice's row is the lock: drafting for one practice goes one after the other, and hinders nothing else. */
async function lockForDrafting(tx: Transaction, caseId: string): Promise<InvoicedCase> {
  const found = await tx.row<InvoicedCase>(sql`
    SELECT c.id, c.number, c.practice_id AS "practiceId", c.dentist_id AS "dentistId", c.urgency, r.number AS "remakeOf",
      p.invoice_mode AS mode, l.currency, l.tooth_notation AS "toothNotation"
    FROM cases c JOIN labs l ON l.id = c.lab_id JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
    LEFT JOIN cases r ON r.lab_id = c.lab_id AND r.id = c.remake_of_id
    WHERE c.id = ${caseId} FOR NO KEY UPDATE OF p`);
  if (!found) throw notFound("case");
  return found;
}

async function livingItems(tx: Transaction, caseId: string): Promise<CaseItem[]> {
  return tx.rows<CaseItem>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.material, i.arch, i.units,
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id) AS teeth,
      i.status = 'delivered' AND NOT EXISTS (
        SELECT FROM invoice_items l WHERE l.lab_id = i.lab_id AND l.case_item_id = i.id AND NOT l.is_void) AS "isPending",
      (i.delivered_at AT TIME ZONE lab.time_zone)::date AS "deliveredOn"
    FROM case_items i JOIN labs lab ON lab.id = i.lab_id
    WHERE i.case_id = ${caseId} AND i.status <> 'cancelled' ORDER BY i.position, i.id`);
}

/** The open draft that a case belongs on, made when there is none. */
async function openDraft(tx: Transaction, found: InvoicedCase, currency: string, month: string): Promise<string> {
  const monthly = found.mode === "monthly";
  const belongs = monthly
    ? sql`practice_id = ${found.practiceId} AND period_month = ${month}`
    : sql`case_id = ${found.id}`;
  const open = await tx.row<{ id: string }>(sql`
    SELECT id FROM invoices WHERE ${belongs} AND currency = ${currency}::text AND status = 'draft' FOR UPDATE`);
  if (open) return open.id;
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO invoices (practice_id, case_id, period_month, currency)
    VALUES (${found.practiceId}, ${monthly ? null : found.id}, ${monthly ? month : null}, ${currency}) RETURNING id`);
  return (made as { id: string }).id;
}

async function addLines(
  tx: Transaction,
  invoiceId: string,
  found: InvoicedCase,
  items: Map<string, PricedItem>,
  lines: PricedLine[],
): Promise<string> {
  const last = await tx.row<{ position: number }>(sql`
    SELECT coalesce(max(position), 0) AS position FROM invoice_items WHERE invoice_id = ${invoiceId}`);
  const values = lines.map((line, i) => {
    const words = lineWords(line, items.get(line.itemId) as PricedItem, found);
    return sql`(${invoiceId}, ${found.id}, ${line.itemId}, ${(last?.position ?? 0) + i + 1}, ${words}, ${line.quantity}, ${line.unitPrice},
      ${line.discountPercent}, ${line.taxPercent}, ${line.exception})`;
  });
  const added = await tx.rows<{ net: string; tax: string }>(sql`
    INSERT INTO invoice_items (invoice_id, case_id, case_item_id, position, description, quantity, unit_price, discount_percent, tax_percent, exception)
    VALUES ${joinSql(values)} RETURNING net, tax`);
  return sumOf(added.flatMap(({ net, tax }) => [net, tax]));
}

/** "Crown 14, zirconia, full contour (rush +35 %)". */
function lineWords(line: PricedLine, item: PricedItem, found: InvoicedCase): string {
  const name = itemName(item, found.toothNotation);
  const material = item.material ? MATERIAL_LABEL[item.material] : null;
  const notes = [
    line.rushPercent && `rush +${line.rushPercent.replace(/\.?0+$/, "")}\u00a0%`,
    line.includedInCase && "included in the price per case",
    found.remakeOf && `remake of ${found.remakeOf}`,
  ].filter(Boolean);
  return `${material ? `${name}, ${material}` : name}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
}
