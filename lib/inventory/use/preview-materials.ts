import type { Context } from "@/lib/access/action";
import { planStages } from "./plan-stages";
import { fromThousandths, toThousandths } from "./thousandths";

/** A lot that will be taken from, as the bench shows it; `number` is null for stock kept without one. `expiresOn` is `YYYY-MM-DD`. */
export type LotToTake = { id: string; number: string | null; name: string; expiresOn: string | null; quantity: string };

/** What completing a stage will take by one line, in words and decimal strings of `unit`. */
export type MaterialLine = {
  stageId: string;
  lineId: string;
  what: string;
  unit: string;
  quantity: string;
  traced: boolean;
  lots: LotToTake[];
  /** What the books have not; "0" when they have all of it. */
  missing: string;
  /** Why it cannot be completed without a lot in hand. */
  problem: string | null;
};

/** What completing these stages would take at this moment, before anybody scans a lot. Locks nothing; the completion decides anew. */
export async function previewMaterials(context: Context, stageIds: readonly string[]): Promise<MaterialLine[]> {
  const { planned, lots } = await planStages(context, stageIds, {}, false);
  return planned.map(({ need, taken, missing, refusal }) => ({
    stageId: need.stageId,
    lineId: need.lineId,
    what: need.what,
    unit: need.unit,
    quantity: fromThousandths(toThousandths(need.quantity)),
    traced: need.traced,
    missing: fromThousandths(missing),
    problem: refusal?.message ?? null,
    lots: taken.flatMap(({ lotId, quantity }) => {
      const lot = lots.get(lotId);
      if (!lot) return [];
      const { id, number, name, expiresOn, isUnnumbered } = lot;
      return [{ id, number: isUnnumbered ? null : number, name, expiresOn, quantity: fromThousandths(quantity) }];
    }),
  }));
}
