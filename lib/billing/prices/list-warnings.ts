import { DateTime } from "luxon";
import { PROCEDURE_TYPES, type ProcedureType } from "@/lib/cases/vocabulary";

type Days = { id: string; name: string; validFrom: string; validTo: string | null };

/** Something about the lab's default lists that a person should look at. Days are `YYYY-MM-DD`, both included. */
export type DefaultWarning =
  | { kind: "gap"; from: string; to: string | null }
  | { kind: "overlap"; first: string; second: string; from: string; to: string | null };

const dayBefore = (day: string) => DateTime.fromISO(day).minus({ days: 1 }).toISODate() as string;
const dayAfter = (day: string) => DateTime.fromISO(day).plus({ days: 1 }).toISODate() as string;

/**
 * Days from `today` on for which the lab has no default list, so that practices without a list of their own have no prices, and days
 * on which two default lists hold at once (the one that began last counts). `lists` are the default ones.
 */
export function defaultWarnings(lists: readonly Days[], today: string): DefaultWarning[] {
  const inOrder = lists.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const overlaps = inOrder.flatMap((list, i) => {
    const next = inOrder[i + 1];
    if (!next || (list.validTo !== null && list.validTo < next.validFrom)) return [];
    const ends = [list.validTo, next.validTo].filter((day) => day !== null).sort();
    if (ends[0] !== undefined && ends[0] < today) return [];
    return [
      { kind: "overlap" as const, first: list.name, second: next.name, from: next.validFrom, to: ends[0] ?? null },
    ];
  });
  return [...gaps(inOrder, today), ...overlaps];
}

function gaps(inOrder: readonly Days[], today: string): DefaultWarning[] {
  const found: DefaultWarning[] = [];
  let open = today;
  for (const list of inOrder) {
    if (list.validTo !== null && list.validTo < open) continue;
    if (list.validFrom > open) found.push({ kind: "gap", from: open, to: dayBefore(list.validFrom) });
    if (list.validTo === null) return found;
    open = dayAfter(list.validTo);
  }
  return [...found, { kind: "gap", from: open, to: null }];
}

/** What the lab makes that a list has no price for, of any material or of one. */
export function unpricedTypes(prices: readonly { procedureType: ProcedureType }[]): ProcedureType[] {
  const priced = new Set(prices.map(({ procedureType }) => procedureType));
  return PROCEDURE_TYPES.filter((type) => !priced.has(type));
}
