import type { Context } from "@/lib/access/action";
import { labToday } from "@/lib/labs/today";
import { type Need, needsOfStages } from "./needs-of-stages";
import { type Planned, planMaterials } from "./plan-materials";
import { type KnownLot, readCandidates } from "./read-candidates";
import type { MaterialChoice } from "./schema";

/** What the person at the bench said: lots and quantities by line, and the number of the lot that a machine was loaded with. */
export type UseOptions = { choices?: readonly MaterialChoice[]; loadedLot?: string | null };

/**
 * What completing these stages takes from which lots, with those lots by id. With `lock` items and lots are locked first and the plan
 * holds until the end of the transaction; else it is what would be taken at this moment.
 */
export async function planStages(
  { actor, tx }: Context,
  stageIds: readonly string[],
  { choices = [], loadedLot = null }: UseOptions,
  lock: boolean,
): Promise<{ planned: Planned[]; lots: ReadonlyMap<string, KnownLot> }> {
  const needs = await needsOfStages(tx, stageIds);
  if (needs.length === 0) return { planned: [], lots: new Map() };
  const wanted = {
    itemIds: needs.flatMap(({ sources }) => sources.map(({ itemId }) => itemId)),
    lotIds: choices.flatMap(({ lotIds }) => lotIds),
    number: loadedLot?.trim() || null,
  };
  const lots = await readCandidates(tx, wanted, lock);
  const said = [...choices, ...ofLoad(needs, lots, choices, wanted.number)];
  const planned = planMaterials(needs, lots, said, labToday(actor.lab.timeZone));
  return { planned, lots: new Map(lots.map((lot) => [lot.id, lot])) };
}

/** The lot that the load's machine was given stands for every line that may come from it, unless a person said otherwise. */
function ofLoad(
  needs: readonly Need[],
  lots: readonly KnownLot[],
  choices: readonly MaterialChoice[],
  loaded: string | null,
): MaterialChoice[] {
  const named = lots.filter(({ number }) => loaded && number.toLowerCase() === loaded.toLowerCase());
  return needs.flatMap(({ stageId, lineId, sources }) => {
    const lot = named.find(({ itemId }) => sources.some((source) => source.itemId === itemId));
    const said = choices.some((choice) => choice.stageId === stageId && choice.lineId === lineId);
    return lot && !said ? [{ stageId, lineId, lotIds: [lot.id] }] : [];
  });
}
