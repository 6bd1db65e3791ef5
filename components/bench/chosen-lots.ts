import type { LotToTake, MaterialLine } from "@/lib/inventory/use/preview-materials";
import { fromThousandths, toThousandths } from "@/lib/inventory/use/thousandths";

/** What a person said of a line of the bill: the lots in hand, in the order they are used up, and another quantity with its reason. */
export type ChosenLot = {
  lineId: string;
  lots: readonly { id: string; number: string }[];
  quantity?: string;
  reason?: string;
};

/** A line of the bill over all the items that are completed together. */
export type SharedLine = Omit<MaterialLine, "stageId"> & { stageIds: string[] };

/** The lines of several stages, each once: quantities added up, their lots together. */
export function together(lines: readonly MaterialLine[]): SharedLine[] {
  const shared = new Map<string, SharedLine>();
  for (const { stageId, ...line } of lines) {
    const before = shared.get(line.lineId);
    shared.set(
      line.lineId,
      before
        ? {
            ...before,
            stageIds: [...before.stageIds, stageId],
            quantity: sum(before.quantity, line.quantity),
            missing: sum(before.missing, line.missing),
            lots: addLots(before.lots, line.lots),
          }
        : { ...line, stageIds: [stageId] },
    );
  }
  return [...shared.values()];
}

const sum = (a: string, b: string) => fromThousandths(toThousandths(a) + toThousandths(b));

function addLots(before: readonly LotToTake[], more: readonly LotToTake[]): LotToTake[] {
  const lots = new Map(before.map((lot) => [lot.id, lot]));
  for (const lot of more) {
    const there = lots.get(lot.id);
    lots.set(lot.id, there ? { ...there, quantity: sum(there.quantity, lot.quantity) } : lot);
  }
  return [...lots.values()];
}
