/** A lot that could be taken from. `rank` is 0 for one of just the wanted shade, 1 for one of any shade; `left` is in thousandths. */
export type Candidate = {
  id: string;
  itemId: string;
  rank: number;
  /** `YYYY-MM-DD`, or null for one that never expires. */
  expiresOn: string | null;
  receivedOn: string | null;
  isRecalled: boolean;
  left: bigint;
};

export type Taken = { lotId: string; itemId: string; quantity: bigint };

/** Whether a lot may be used on a day (`YYYY-MM-DD`, in the lab's zone): it may on the day it expires, and not after. */
export const isUsable = (lot: Pick<Candidate, "expiresOn" | "isRecalled">, today: string): boolean =>
  !lot.isRecalled && (lot.expiresOn === null || lot.expiresOn >= today);

/** First that of the wanted shade, then what expires first; one without expiry comes last, and of two alike the one that came first. */
export function inOrderOfUse(candidates: readonly Candidate[]): Candidate[] {
  const never = "9999-12-31";
  const key = ({ rank, expiresOn, receivedOn, id }: Candidate) =>
    [rank, expiresOn ?? never, receivedOn ?? never, id].join(" ");
  return candidates.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Which lots a need is taken from: what expires first goes first, and what is expired or recalled is left alone. `need` and the answer
 * are in thousandths; `missing` is what no lot has.
 */
export function chooseLots(
  need: bigint,
  candidates: readonly Candidate[],
  today: string,
): { taken: Taken[]; missing: bigint } {
  const taken: Taken[] = [];
  let missing = need;
  for (const { id, itemId, left } of inOrderOfUse(candidates.filter((lot) => isUsable(lot, today)))) {
    const isEnough = left >= missing;
    const quantity = isEnough ? missing : left;
    if (quantity <= 0n) continue;
    taken.push({ lotId: id, itemId, quantity });
    missing -= quantity;
  }
  return { taken, missing };
}
