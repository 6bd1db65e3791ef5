import { conflict, invalid } from "@/lib/access/errors";
import { itemName, type NamedItem } from "@/lib/cases/item-name";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type DeliveredItem = NamedItem & {
  id: string;
  status: string;
  units: number;
  template: { id: string; name: string; rushDays: number };
};

/**
 * The items of a case that are to be made again, and what they are called together. Refuses at `itemIds` what is not of the case, and
 * with `not_delivered` what the practice does not have.
 */
export async function deliveredItems(
  tx: Transaction,
  caseId: string,
  itemIds: readonly string[],
): Promise<{ items: DeliveredItem[]; names: string }> {
  const items = await tx.rows<DeliveredItem>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.arch, i.status, i.units,
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.lab_id = i.lab_id AND t.item_id = i.id ORDER BY t.tooth) AS teeth,
      jsonb_build_object('id', w.id, 'name', w.name, 'rushDays', w.rush_days) AS template
    FROM case_items i JOIN workflow_templates w ON w.lab_id = i.lab_id AND w.id = i.template_id
    WHERE i.case_id = ${caseId} AND i.id = ANY(${[...itemIds]}::uuid[]) ORDER BY i.position`);
  if (items.length < new Set(itemIds).size) throw invalid("itemIds", "Choose items of this case.");
  const still = items.find(({ status }) => status !== "delivered");
  if (still)
    throw conflict(
      "not_delivered",
      `${itemName(still, "fdi")} was not delivered. Send it back in the lab instead of making it again.`,
    );
  return { items, names: items.map((item) => itemName(item, "fdi")).join(", ") };
}
