import { conflict, notFound, type Refusal } from "@/lib/access/errors";
import { chooseLots, isUsable, type Taken } from "./choose-lots";
import type { Need } from "./needs-of-stages";
import type { KnownLot } from "./read-candidates";
import type { MaterialChoice } from "./schema";
import { fromThousandths, toThousandths } from "./thousandths";

/** One line of a stage's bill, with the lots it comes from. Quantities are thousandths of `need.unit`. */
export type Planned = {
  need: Need;
  taken: Taken[];
  /** What the books have not, and the lot it came from when a person named one. */
  missing: bigint;
  missingLot: KnownLot | null;
  reason: string | null;
  /** Why the stage cannot be completed like this. */
  refusal: Refusal | null;
};

/**
 * Decides which lots each need is taken from, one after the other, so that no lot is given out twice: the lots that a person named, else
 * the usable ones in order of expiry. `today` is the lab's day. A named lot that is unknown, of another item, expired or recalled is
 * refused; so is a traced line without a lot. `lots` is not changed.
 */
export function planMaterials(
  needs: readonly Need[],
  lots: readonly KnownLot[],
  choices: readonly MaterialChoice[],
  today: string,
): Planned[] {
  const left = new Map(lots.map((lot) => [lot.id, lot.left]));
  return needs.map((need) => {
    const choice = choices.find(({ stageId, lineId }) => stageId === need.stageId && lineId === need.lineId);
    const wanted = toThousandths(choice?.quantity ?? need.quantity);
    const rankOf = new Map(need.sources.map(({ itemId, rank }) => [itemId, rank]));
    const open = lots
      .filter(({ itemId, isUnnumbered }) => rankOf.has(itemId) && !(need.traced && isUnnumbered))
      .map((lot) => ({ ...lot, rank: rankOf.get(lot.itemId) ?? 1, left: left.get(lot.id) ?? 0n }));
    const named = (choice?.lotIds ?? []).map((id) => open.find((lot) => lot.id === id) ?? null);
    const refusal = refusalOf(need, named, today);
    // What a person named is used up in their order, whatever expires first.
    const among = named.length > 0 ? named.flatMap((lot, rank) => (lot ? [{ ...lot, rank }] : [])) : open;
    const { taken, missing } = chooseLots(wanted, among, today);
    for (const { lotId, quantity } of taken) left.set(lotId, (left.get(lotId) ?? 0n) - quantity);
    const untraced = need.traced && missing > 0n && named.length === 0;
    return {
      need,
      taken,
      missing,
      missingLot: named.at(-1) ?? null,
      reason: choice?.reason ?? null,
      refusal: refusal ?? (untraced ? lotNeeded(need) : null),
    };
  });
}

function refusalOf({ what }: Need, named: readonly (KnownLot | null)[], today: string): Refusal | null {
  for (const lot of named) {
    if (!lot) return notFound("lot");
    if (!isUsable(lot, today)) return unusable(lot, what);
  }
  return null;
}

/** Why a lot may not be used, in words for whoever holds it. */
export function unusable({ number, isRecalled, expiresOn }: KnownLot, what: string): Refusal {
  return isRecalled
    ? conflict("lot_recalled", `Lot ${number} of ${what} was recalled. Put it aside and take another one.`)
    : conflict("lot_expired", `Lot ${number} of ${what} expired on ${expiresOn}. Put it aside and take another one.`);
}

const lotNeeded = ({ what, quantity, unit }: Need) =>
  conflict(
    "lot_needed",
    `${what} must be traced to a lot, and there are not ${fromThousandths(toThousandths(quantity))} ${unit} of a usable one in the books. Scan the lot you use.`,
  );
