import type { CaseRules } from "@/lib/cases/case-rules-schema";
import { itemName } from "@/lib/cases/item-name";
import type { Stage, Urgency } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { lineAmounts, sumOf } from "../line-amounts";
import type { InvoicedCase } from "../open-draft";
import { termsOf } from "../price-terms";
import { listsOn, type PricedItem, type PricedLine, priceCase, type Terms } from "../pricing";
import { atShare } from "../share";

export type UnfinishedItem = PricedItem & { stage: Stage };
export type WorkDoneLine = PricedLine & { item: UnfinishedItem; percent: string; net: string };

/**
 * What the work done on items costs if it ends now: each at the part of its price that the rules give for the stage it stands at.
 * Items of which nothing is charged have no line. Of a remake the part counts that was decided for it (`remakePercent`).
 */
function workDone(
  items: readonly UnfinishedItem[],
  urgency: Urgency,
  terms: Terms,
  day: string,
  percentAt: CaseRules["cancellationPercent"],
  remakePercent: string | null,
): WorkDoneLine[] {
  return priceCase([...items], urgency, terms, day).flatMap((line, i) => {
    const item = items[i] as UnfinishedItem;
    const percent = percentAt[item.stage].toFixed(2);
    const shared = atShare(remakePercent === null ? line : atShare(line, remakePercent), percent);
    return Number(percent) === 0 || Number(remakePercent ?? 100) === 0
      ? []
      : [{ ...shared, item, percent, net: lineAmounts(shared).net }];
  });
}

/** The items of a case that are not delivered, where they stand. */
function unfinishedItems(tx: Transaction, caseId: string): Promise<UnfinishedItem[]> {
  return tx.rows<UnfinishedItem>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.material, i.arch, i.units, i.stage,
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id ORDER BY t.tooth) AS teeth
    FROM case_items i WHERE i.case_id = ${caseId} AND i.status NOT IN ('cancelled', 'delivered') ORDER BY i.position, i.id`);
}

/** What a person who cancels is shown: each item with its part and amount, before tax. */
export type CancellationPreview = {
  currency: string;
  lines: { item: string; stage: Stage; percent: string; net: string; unpriced: boolean }[];
  total: string;
};

export type Reckoned = { currency: string; lines: WorkDoneLine[]; total: string; terms: Terms };

/** Reckons the work done on a case by the practice's terms on `day`. */
export async function reckonWorkDone(
  tx: Transaction,
  found: Pick<InvoicedCase, "id" | "practiceId" | "dentistId" | "urgency" | "currency" | "remakePercent">,
  percentAt: CaseRules["cancellationPercent"],
  day: string,
): Promise<Reckoned> {
  const terms = await termsOf(tx, found.practiceId, found.dentistId, day);
  const items = await unfinishedItems(tx, found.id);
  const lines = workDone(items, found.urgency, terms, day, percentAt, found.remakePercent);
  const currency = listsOn(terms, day)[0]?.currency ?? found.currency;
  return { currency, lines, total: sumOf(lines.map(({ net }) => net)), terms };
}

/** The reckoning in words for the screen. */
export const previewOf = ({ currency, lines, total }: Reckoned): CancellationPreview => ({
  currency,
  total,
  lines: lines.map(({ item, percent, net, exception }) => ({
    item: itemName(item, "fdi"),
    stage: item.stage,
    percent,
    net,
    unpriced: exception === "no_price" || exception === "no_price_list",
  })),
});
