import { DateTime } from "luxon";
import type { Context } from "@/lib/access/action";
import { currentParties } from "@/lib/billing/parties";
import { itemName } from "@/lib/cases/item-name";
import { particularWords, shadeWords } from "@/lib/cases/particulars/particular-words";
import { caseRecord, type RecordItem, recordItems } from "@/lib/cases/record-queries";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import { type LotUse, lotsOfCase } from "../trace/uses";
import type { StatedLot, StatementContents } from "./contents";

const FINISHED: readonly RecordItem["status"][] = ["finished", "shipped", "delivered"];

/**
 * What a case's statement would say now, of its finished items alone; null when none is finished. `exceptions` are the named requirements
 * that are not met. Days are the lab's.
 */
export async function gatherContents(
  { actor, tx }: Context,
  caseId: string,
  exceptions: string | null,
): Promise<StatementContents | null> {
  const found = await caseRecord(tx, caseId);
  const items = (await recordItems(tx, caseId)).filter(({ status }) => FINISHED.includes(status));
  if (!found || items.length === 0) return null;
  const { lab, practice } = await currentParties(tx, found.practice.id);
  const uses = await lotsOfCase(tx, caseId);
  const suppliers = await suppliersOf(tx, uses);
  const finished = await tx.rows<{ id: string; finishedAt: Date | null }>(
    sql`SELECT id, finished_at AS "finishedAt" FROM case_items WHERE case_id = ${caseId}`,
  );
  const dayOf = (at: Date | null | undefined) =>
    at ? DateTime.fromJSDate(at).setZone(actor.lab.timeZone).toISODate() : null;
  return {
    caseNumber: found.number,
    lab,
    practice,
    dentist: { name: found.dentist.fullName, licence: found.dentist.licenceNumber },
    patient: found.patient.reference,
    prescribedOn: dayOf(found.submittedAt) as string,
    instructions: found.instructions,
    items: items.map((item) => ({
      id: item.id,
      name: itemName({ ...item, teeth: item.teeth.map(({ tooth }) => tooth) }, actor.toothNotation),
      units: item.units,
      prescribed: prescribed(item),
      finishedOn: dayOf(finished.find(({ id }) => id === item.id)?.finishedAt),
      lots: statedLots(
        uses.filter(({ itemId }) => itemId === item.id),
        suppliers,
      ),
    })),
    exceptions,
    isImplantable: items.some(
      ({ procedureType, particulars }) => procedureType === "implants" || Boolean(particulars.implantSystem),
    ),
    issuedBy: actor.name,
  };
}

const prescribed = ({ material, shade, particulars, notes }: RecordItem): string[] => {
  const tone = shadeWords(shade, particulars);
  return [material && MATERIAL_LABEL[material], tone && `Shade ${tone}`, ...particularWords(particulars), notes].filter(
    (words): words is string => Boolean(words),
  );
};

/** Each lot once, in the order of the materials' names. */
function statedLots(uses: readonly LotUse[], suppliers: ReadonlyMap<string, string>): StatedLot[] {
  const lots = new Map<string, StatedLot>();
  for (const { lotId, lotNumber, isUnnumbered, stockName, expiresOn } of uses)
    lots.set(lotId, {
      material: stockName,
      lot: isUnnumbered ? null : lotNumber,
      supplier: suppliers.get(lotId) ?? null,
      expiresOn,
    });
  return [...lots.values()].toSorted((a, b) => `${a.material} ${a.lot}`.localeCompare(`${b.material} ${b.lot}`));
}

async function suppliersOf(tx: Context["tx"], uses: readonly LotUse[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    SELECT l.id, s.name FROM lots l JOIN inventory_items i ON i.id = l.inventory_item_id JOIN suppliers s ON s.id = coalesce(l.supplier_id, i.supplier_id)
    WHERE l.id = ANY(${[...new Set(uses.map(({ lotId }) => lotId))]}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
