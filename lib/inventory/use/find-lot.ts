import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { readCode } from "../lots/read-code";
import { isUsable } from "./choose-lots";
import { needsOfStages } from "./needs-of-stages";
import { unusable } from "./plan-materials";
import { readCandidates } from "./read-candidates";
import type { FindLotInput } from "./schema";
import { fromThousandths } from "./thousandths";

export type FoundLot = { id: string; number: string; name: string; expiresOn: string | null; onHand: string };

/**
 * The lot that a person at the bench scanned for a line of a stage's bill. Takes the lot's number, or a GS1 code that holds one. Refuses
 * with `lot_unknown` (no lot of what the line takes has this number), `lot_expired` and `lot_recalled`.
 */
export async function findLot({ actor, tx }: Context, { stageId, lineId, code }: FindLotInput): Promise<FoundLot> {
  const need = (await needsOfStages(tx, [stageId])).find((each) => each.lineId === lineId);
  const today = labToday(actor.lab.timeZone);
  const number = readCode(code, Number(today.slice(0, 4)))?.lotNumber ?? code;
  const ids = await tx.rows<{ id: string }>(sql`
    SELECT id FROM lots WHERE inventory_item_id = ANY(${need?.sources.map(({ itemId }) => itemId) ?? []}::uuid[])
      AND lower(number) = lower(${number}) AND NOT is_unnumbered`);
  const named = ids.map(({ id }) => id);
  const lots = (await readCandidates(tx, { itemIds: [], lotIds: named }, false)).filter((lot) => !lot.isUnnumbered);
  const found = lots.find((lot) => isUsable(lot, today)) ?? lots[0];
  if (!need || !found)
    throw conflict(
      "lot_unknown",
      `No lot ${number} of ${need?.what ?? "this"} is in the books. Ask whoever keeps the stock to enter it.`,
    );
  if (!isUsable(found, today)) throw unusable(found, need.what);
  const { id, name, expiresOn, left } = found;
  return { id, number: found.number, name, expiresOn, onHand: fromThousandths(left) };
}
