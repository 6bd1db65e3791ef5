import type { Context } from "@/lib/access/action";
import { itemName } from "@/lib/cases/item-name";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { addDraftLines } from "./draft-invoice-lines";
import { type InvoicedCase, lockForDrafting, openDraft } from "./open-draft";
import { termsOf } from "./price-terms";
import { listsOn, type PricedItem, type PricedLine, priceCase } from "./pricing";
import { atShare, shareWords } from "./share";
import { tellBilling } from "./tell-billing";

type CaseItem = PricedItem & { isPending: boolean; deliveredOn: string | null };

/**
 * Drafts the invoice of what was delivered of a case and is on no invoice yet, by the prices that hold on the lab's day of
 * delivery, a remake at the part of the price that was decided: an invoice of its own (`per_case`), or a part of the practice's open draft of that month (`monthly`). Doing it again
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

  const terms = await termsOf(tx, found.practiceId, found.dentistId, day);
  const currency = listsOn(terms, day)[0]?.currency ?? found.currency;
  const pending = new Map(items.filter(({ isPending }) => isPending).map((item) => [item.id, item]));
  const lines = priceCase(items, found.urgency, terms, day)
    .filter(({ itemId }) => pending.has(itemId))
    .map((line) => (found.remakePercent === null ? line : atShare(line, found.remakePercent)))
    .map((line) => ({ ...line, words: lineWords(line, pending.get(line.itemId) as PricedItem, found) }));
  const invoiceId = await openDraft(tx, found, currency, `${day.slice(0, 7)}-01`);
  const total = await addDraftLines(tx, invoiceId, found, day, lines);
  await recordEvent({ actor, tx }, { caseId, kind: "invoice_drafted", data: { total, currency } });
  await tellBilling(tx, invoiceId, [caseId]);
  return { invoiceId };
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

const chargedAt = (percent: string | null) => {
  if (percent === null || Number(percent) === 100) return "";
  return Number(percent) === 0 ? ", no charge" : `, ${shareWords(percent)} of the price`;
};

/** "Crown 14, zirconia, full contour (rush +35 %)". */
function lineWords(line: PricedLine, item: PricedItem, found: InvoicedCase): string {
  const name = itemName(item, found.toothNotation);
  const material = item.material ? MATERIAL_LABEL[item.material] : null;
  const notes = [
    line.rushPercent && `rush +${line.rushPercent.replace(/\.?0+$/, "")}\u00a0%`,
    line.includedInCase && "included in the price per case",
    found.remakeOf && `remake of ${found.remakeOf}${chargedAt(found.remakePercent)}`,
  ].filter(Boolean);
  return `${material ? `${name}, ${material}` : name}${notes.length > 0 ? ` (${notes.join("; ")})` : ""}`;
}
