import { itemName } from "@/lib/cases/item-name";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { NewLine } from "./draft-invoice-lines";
import type { InvoicedCase } from "./open-draft";
import { termsOfPractices } from "./price-terms";
import { listsOn, type PricedItem, type PricedLine, priceCase } from "./pricing";
import { atShare, shareWords } from "./share";

/**
 * What is to be invoiced of a case: by the prices of `day`, that of its last delivery (`YYYY-MM-DD` on the lab's calendar). `priceListId`
 * is the list that is asked first, null when none holds on the day.
 */
export type PricedWork = {
  found: InvoicedCase;
  day: string;
  currency: string;
  priceListId: string | null;
  lines: NewLine[];
};

type CaseItem = PricedItem & { caseId: string; isPending: boolean; deliveredOn: string | null };

/**
 * Prices what was delivered of cases, at the latest on `until` (no bound without it), and is on no invoice yet, by the terms of the
 * lab's day of delivery and, of a remake, at the part of the price that was decided. A case with nothing to invoice is left out.
 */
export async function priceWork(
  tx: Transaction,
  cases: readonly InvoicedCase[],
  until?: string,
): Promise<PricedWork[]> {
  const items = await livingItems(
    tx,
    cases.map(({ id }) => id),
  );
  const termsOf = await termsOfPractices(tx, [...new Set(cases.map(({ practiceId }) => practiceId))]);
  const isDue = ({ isPending, deliveredOn }: CaseItem) =>
    isPending && deliveredOn !== null && (until === undefined || deliveredOn <= until);
  return cases.flatMap((found) => {
    const own = items.get(found.id) ?? [];
    const due = new Map(own.filter(isDue).map((item) => [item.id, item]));
    const day = [...due.values()].flatMap(({ deliveredOn }) => deliveredOn ?? []).reduce(later, "");
    if (!day) return [];
    const terms = termsOf(found.practiceId, found.dentistId, day);
    const list = listsOn(terms, day)[0];
    const lines = priceCase(own, found.urgency, terms, day)
      .filter(({ itemId }) => due.has(itemId))
      .map((line) => (found.remakePercent === null ? line : atShare(line, found.remakePercent)))
      .map((line) => ({ ...line, words: lineWords(line, due.get(line.itemId) as PricedItem, found) }));
    return [{ found, day, currency: list?.currency ?? found.currency, priceListId: list?.id ?? null, lines }];
  });
}

const later = (a: string, b: string) => (a > b ? a : b);

async function livingItems(tx: Transaction, caseIds: readonly string[]): Promise<Map<string, CaseItem[]>> {
  const rows = await tx.rows<CaseItem>(sql`
    SELECT i.id, i.case_id AS "caseId", i.procedure_type AS "procedureType", i.material, i.arch, i.units,
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id) AS teeth,
      i.status = 'delivered' AND NOT EXISTS (
        SELECT FROM invoice_items l WHERE l.lab_id = i.lab_id AND l.case_item_id = i.id AND NOT l.is_void) AS "isPending",
      (i.delivered_at AT TIME ZONE lab.time_zone)::date AS "deliveredOn"
    FROM case_items i JOIN labs lab ON lab.id = i.lab_id
    WHERE i.case_id = ANY(${caseIds}::uuid[]) AND i.status <> 'cancelled' ORDER BY i.case_id, i.position, i.id`);
  const items = new Map<string, CaseItem[]>();
  for (const row of rows) {
    const own = items.get(row.caseId);
    if (own) own.push(row);
    else items.set(row.caseId, [row]);
  }
  return items;
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
