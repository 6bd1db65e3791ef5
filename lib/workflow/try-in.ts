import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { itemName, type NamedItem } from "@/lib/cases/item-name";
import { lockCase } from "@/lib/cases/lock";
import { settleCase } from "@/lib/cases/status";
import type { Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { announce } from "@/lib/outbox/outbox";
import { closeEntries } from "./clock";
import { lockForMove } from "./lock-stages";
import type { RouteStage } from "./route";
import { refuseShipped } from "./send-back";
import { tellScreens } from "./tell";
import type { tryInBackSchema, tryInHandedSchema, tryInSchema } from "./try-in-schema";

/**
 * Sends items out for a try-in at the practice: their attempts end without having passed, they leave the bench and wait to be
 * shipped, and come back to go on (`tryInBack`). Refuses as `lockForMove` does, and with `in_shipment`.
 */
export async function sendForTryIn(
  context: Context,
  input: z.output<typeof tryInSchema>,
): Promise<{ items: string[] }> {
  const { actor, tx } = context;
  const { cases, stages } = await lockForMove(context, "try_in", input.stages, input.takeOver);
  await refuseShipped(context, stages);
  const ids = stages.map(({ id }) => id);
  await closeEntries({ tx }, ids);
  await tx.execute(sql`
    UPDATE workflow_stages w SET status = 'completed', outcome = 'try_in', completed_at = statement_timestamp(),
      completed_by_id = ${actor.userId}, working_seconds = stage_working_seconds(w.id, statement_timestamp()),
      machine_seconds = stage_machine_seconds(w.id, statement_timestamp())
    WHERE w.id = ANY(${ids}::uuid[])`);
  await tx.execute(sql`
    UPDATE case_items SET status = 'try_in', finished_at = NULL WHERE id = ANY(${stages.map(({ itemId }) => itemId)}::uuid[])`);
  for (const { caseId, itemId, stage, item } of stages) {
    await tx.execute(sql`
      INSERT INTO try_ins (case_id, item_id, stage, words, sent_by_id)
      VALUES (${caseId}, ${itemId}, ${stage}, ${input.words ?? null}, ${actor.userId})`);
    const data = { item, stage, words: input.words };
    await recordEvent(context, { caseId, itemId, kind: "try_in_sent", data, audience: "shared" });
  }
  for (const { id } of cases) await settleCase(tx, id);
  await tellScreens(tx, cases, "shared");
  await announce(tx, ["shipments"]);
  return { items: stages.map(({ item }) => item) };
}

/**
 * Notes that the try-ins in these shipments are at the practice, which finishes none of their items; answers the items. The caller
 * holds the locks of their cases and tells the screens.
 */
export async function tryInsArrived(context: Context, shipmentIds: string[]): Promise<string[]> {
  const arrived = await context.tx.rows<{ itemId: string; caseId: string }>(sql`
    UPDATE try_ins SET arrived_at = statement_timestamp()
    WHERE shipment_id = ANY(${shipmentIds}::uuid[]) AND ended_at IS NULL AND arrived_at IS NULL
    RETURNING item_id AS "itemId", case_id AS "caseId"`);
  for (const { itemId, caseId } of arrived) await tellArrived(context, caseId, itemId);
  return arrived.map(({ itemId }) => itemId);
}

/** Notes that a try-in was handed over at the lab's own door. Refuses with `not_found`, `in_shipment`, `already_back`, `already_there`. */
export async function tryInHanded(
  context: Context,
  { tryInId }: z.output<typeof tryInHandedSchema>,
): Promise<{ caseId: string }> {
  const { found, tryIn } = await lockTryIn(context.tx, tryInId);
  refusePacked(tryIn);
  if (tryIn.arrivedAt) throw conflict("already_there", "It is at the practice already.");
  await context.tx.execute(sql`UPDATE try_ins SET arrived_at = statement_timestamp() WHERE id = ${tryInId}`);
  await tellArrived(context, found.id, tryIn.itemId);
  await tellScreens(context.tx, [found], "shared");
  await announce(context.tx, ["shipments"]);
  return { caseId: found.id };
}

/**
 * Takes an item back from its try-in: it goes on at a stage of its template, or waits for delivery when it fits as it is. Also
 * ends a try-in that was never sent off. Refuses with `not_found`, `already_back`, `in_shipment` (packed or on the road), and at
 * `continueAt` a stage the item does not have.
 */
export async function tryInBack(
  context: Context,
  input: z.output<typeof tryInBackSchema>,
): Promise<{ caseId: string }> {
  const { actor, tx } = context;
  const { found, tryIn } = await lockTryIn(tx, input.tryInId);
  refusePacked(tryIn);
  const next = stageOf(tryIn.route, input.continueAt);
  if (!next) throw invalid("continueAt", "This item has no such stage.");
  await tx.execute(sql`
    UPDATE try_ins SET ended_at = statement_timestamp(), ended_by_id = ${actor.userId}, continued_at = ${next.stage},
      findings = ${input.findings ?? null} WHERE id = ${input.tryInId}`);
  await tx.execute(sql`
    INSERT INTO workflow_stages (case_id, item_id, stage, department_id, queued_at, attempt)
    SELECT ${found.id}, ${tryIn.itemId}, ${next.stage}::text, ${next.departmentId}, statement_timestamp(),
      1 + coalesce((SELECT max(w.attempt) FROM workflow_stages w WHERE w.item_id = ${tryIn.itemId} AND w.stage = ${next.stage}::text), 0)`);
  await tx.execute(sql`
    UPDATE case_items SET stage = ${next.stage}::text, status = CASE ${next.stage}::text WHEN 'delivery' THEN 'finished' ELSE 'in_production' END,
      finished_at = CASE ${next.stage}::text WHEN 'delivery' THEN statement_timestamp() END WHERE id = ${tryIn.itemId}`);
  await settleCase(tx, found.id);
  const data = { item: itemName(tryIn, "fdi"), stage: next.stage, findings: input.findings };
  await recordEvent(context, { caseId: found.id, itemId: tryIn.itemId, kind: "try_in_back", data, audience: "shared" });
  await tellScreens(tx, [found], "shared");
  await announce(tx, ["shipments"]);
  return { caseId: found.id };
}

type OpenTryIn = NamedItem & {
  itemId: string;
  arrivedAt: Date | null;
  endedAt: Date | null;
  shipment: string | null;
  route: RouteStage[];
};

async function lockTryIn(tx: Transaction, id: string) {
  const known = await tx.row<{ caseId: string }>(sql`SELECT case_id AS "caseId" FROM try_ins WHERE id = ${id}`);
  if (!known) throw notFound("try-in");
  const found = await lockCase(tx, known.caseId);
  const tryIn = (await tx.row<OpenTryIn>(sql`
    SELECT t.item_id AS "itemId", t.arrived_at AS "arrivedAt", t.ended_at AS "endedAt", i.procedure_type AS "procedureType", i.arch,
      ARRAY(SELECT x.tooth FROM case_item_teeth x WHERE x.item_id = i.id ORDER BY x.tooth) AS teeth,
      (SELECT s.number FROM shipments s WHERE s.id = t.shipment_id AND s.status IN ('ready', 'scheduled', 'in_transit')) AS shipment,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', r.stage, 'departmentId', r.department_id) ORDER BY r.position), '[]')
        FROM workflow_template_stages r WHERE r.template_id = i.template_id) AS route
    FROM try_ins t JOIN case_items i ON i.id = t.item_id WHERE t.id = ${id} FOR UPDATE OF t`)) as OpenTryIn;
  if (tryIn.endedAt) throw conflict("already_back", "It has come back from this try-in already.");
  return { found, tryIn };
}

function refusePacked({ shipment, arrivedAt }: OpenTryIn): void {
  if (shipment && !arrivedAt)
    throw conflict("in_shipment", `It is in shipment ${shipment}. Unpack that, or wait until it has arrived.`);
}

function stageOf(route: RouteStage[], stage: Stage): RouteStage | undefined {
  if (stage === "delivery") return route.find((r) => r.stage === "delivery") ?? { stage, departmentId: null };
  return stage === "receiving" ? undefined : route.find((r) => r.stage === stage);
}

async function tellArrived(context: Context, caseId: string, itemId: string): Promise<void> {
  const row = await context.tx.row<NamedItem>(sql`
    SELECT i.procedure_type AS "procedureType", i.arch,
      ARRAY(SELECT x.tooth FROM case_item_teeth x WHERE x.item_id = i.id ORDER BY x.tooth) AS teeth FROM case_items i WHERE i.id = ${itemId}`);
  const item = itemName(row as NamedItem, "fdi");
  await recordEvent(context, { caseId, itemId, kind: "try_in_arrived", data: { item }, audience: "shared" });
}
