import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import type { Advanced } from "./complete";
import { finishAttempts } from "./finish-attempts";
import { type LockedStage, lockForMove } from "./lock-stages";
import { reasonLabel } from "./reasons";
import { earlierStages, type RouteStage } from "./route";
import type { SendBackInput } from "./schema";
import { tellScreens } from "./tell";

/** The stage `to` of an item's route, if it lies before the one the item is at; refuses at the field `to` when it does not. */
export function stageToGoBackTo({ route, stage, item }: LockedStage, to: Stage): RouteStage {
  const found = earlierStages(route, stage).find((earlier) => earlier.stage === to);
  if (!found)
    throw invalid("to", `${item} has no ${STAGE_LABEL[to].toLowerCase()} before ${STAGE_LABEL[stage].toLowerCase()}.`);
  return found;
}

/**
 * Sends items back to an earlier stage of their templates: the attempt ends as `sent_back` with a reason of kind `send_back`, the
 * earlier stage opens as a new attempt, and the stages after it are passed again. A finished item may come back too, until it is in
 * a shipment (`in_shipment`). Refuses as `lockForMove` does, and at `to` for a stage that is not an earlier one.
 */
export async function sendBack(context: Context, { stages, to, reasonId, note }: SendBackInput): Promise<Advanced> {
  const locked = await lockForMove(context, "send_back", stages);
  const reason = await reasonLabel(context.tx, "send_back", reasonId);
  await refuseShipped(context, locked.stages);
  const finished = locked.stages.map((stage) => ({
    stage,
    outcome: "sent_back" as const,
    next: stageToGoBackTo(stage, to),
    reasonId,
    note,
  }));
  const done = await finishAttempts(context, locked.cases, finished);
  for (const { caseId, itemId, stage, item } of locked.stages)
    await recordEvent(context, { caseId, itemId, kind: "sent_back", data: { from: stage, to, item, reason, note } });
  await tellScreens(context.tx, locked.cases, "shared");
  return { items: finished.map(({ stage, next }) => ({ item: stage.item, next: next.stage })), stages: done };
}

/** Refuses with `in_shipment` what waits for delivery and is packed or gone already; the caller holds the lock of its case. */
export async function refuseShipped({ tx }: Context, stages: LockedStage[]): Promise<void> {
  const finished = stages.filter(({ stage }) => stage === "delivery").map(({ itemId }) => itemId);
  if (finished.length === 0) return;
  const shipment = await tx.row<{ number: string }>(sql`
    SELECT s.number FROM shipment_items x JOIN shipments s ON s.id = x.shipment_id
    WHERE x.case_item_id = ANY(${finished}::uuid[]) AND x.purpose = 'final' AND s.type = 'delivery' AND s.status IN ('ready', 'scheduled', 'in_transit', 'delivered')`);
  if (shipment)
    throw conflict("in_shipment", `This is in shipment ${shipment.number} already. Take it out of the shipment first.`);
}
