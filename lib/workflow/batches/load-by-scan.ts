import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { lockCase } from "@/lib/cases/lock";
import { MATERIAL_LABEL, type Material, STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { type LockedStage, readLocked, refuseStanding } from "../lock-stages";
import { findScanned } from "../scan";
import { leaveLoad, lockBatch } from "./lock-batch";
import { materialFit } from "./material-fit";
import type { LoadByScanInput, TakeOutInput } from "./schema";

export type Put = {
  number: string;
  /** What went in, in words. */
  items: string[];
  /** What of the case did not, and why. */
  left: { item: string; why: string }[];
};

type AtTheMachine = LockedStage & { material: Material | null; inLoad: string | null };

/**
 * Puts the items of a scanned case or pan, which wait or are in work at the load's stage, into an open load. Items of another
 * material stay out; kindred materials come in with `mixed`. Refuses with `not_found`, `batch_…`, `on_hold`, `cancelled`, and
 * when nothing could go in with the first item's reason: `not_at_stage`, `in_another_load`, `in_this_load`, `other_material`,
 * `kindred_material` (say `mixed`), `blocked`.
 */
export async function loadByScan(context: Context, { batchId, code, mixed }: LoadByScanInput): Promise<Put> {
  const { actor, tx } = context;
  const batch = await lockBatch(tx, batchId, "open");
  const found = await findScanned(context, { code });
  const locked = await lockCase(tx, found.id);
  refuseStanding(locked);
  const open = await openStages(context, found.id);
  const here = open.filter(({ stage }) => stage === batch.stage);
  if (here.length === 0) throw conflict("not_at_stage", notHere(locked.number, open, batch.stage));

  const judged = here.map((stage) => ({ stage, no: whyNot(stage, batch, mixed ?? false) }));
  const going = judged.filter(({ no }) => no === null).map(({ stage }) => stage);
  const first = judged[0]?.no;
  if (going.length === 0 && first) throw conflict(first.reason, `${locked.number}: ${first.why}`);
  await tx.execute(sql`
    INSERT INTO batch_items (batch_id, workflow_stage_id, added_by_id)
    SELECT ${batchId}::uuid, id, ${actor.userId}::uuid FROM unnest(${going.map(({ id }) => id)}::uuid[]) AS id`);
  await announce(tx, ["queue"]);
  return {
    number: locked.number,
    items: going.map(({ item }) => item),
    left: judged.flatMap(({ stage, no }) => (no ? [{ item: stage.item, why: no.why }] : [])),
  };
}

/** The open attempts of a case, with their material and the load they lie in already. */
async function openStages({ tx }: Context, caseId: string): Promise<AtTheMachine[]> {
  const stages = await readLocked(tx, sql`w.case_id = ${caseId} AND w.status <> 'completed'`);
  const more = await tx.rows<{ id: string; material: Material | null; inLoad: string | null }>(sql`
    SELECT w.id, i.material, (SELECT b.batch_id FROM batch_items b WHERE b.workflow_stage_id = w.id AND b.left_at IS NULL) AS "inLoad"
    FROM workflow_stages w JOIN case_items i ON i.id = w.item_id WHERE w.case_id = ${caseId} AND w.status <> 'completed'`);
  const of = new Map(more.map((each) => [each.id, each]));
  return stages.map((stage) => ({
    ...stage,
    material: of.get(stage.id)?.material ?? null,
    inLoad: of.get(stage.id)?.inLoad ?? null,
  }));
}

function notHere(number: string, open: LockedStage[], wanted: Stage): string {
  const at = [...new Set(open.map(({ stage }) => STAGE_LABEL[stage].toLowerCase()))].join(" and ");
  const load = STAGE_LABEL[wanted].toLowerCase();
  return at
    ? `${number} is at ${at}, this load is for ${load}.`
    : `${number} has nothing open. This load is for ${load}.`;
}

function whyNot(stage: AtTheMachine, batch: { id: string; material: Material | null }, mixed: boolean) {
  const no = (reason: string, why: string) => ({ reason, why: `${stage.item} ${why}` });
  if (stage.inLoad) {
    const same = stage.inLoad === batch.id;
    return no(same ? "in_this_load" : "in_another_load", same ? "is in this load already." : "is in another load.");
  }
  if (stage.status === "blocked") return no("blocked", "is blocked. Unblock it first.");
  const fit = materialFit(batch.material, stage.material);
  if (fit === "same" || (fit === "kin" && mixed)) return null;
  const words = `is ${MATERIAL_LABEL[stage.material as Material]}, this load is for ${MATERIAL_LABEL[batch.material as Material]}.`;
  return fit === "kin" ? no("kindred_material", words) : no("other_material", words);
}

/** Takes entries out of an open load; what is out already stays out. Refuses with `batch_…`, and `not_found` for none of this load. */
export async function takeOut({ tx }: Context, { batchId, entryIds }: TakeOutInput): Promise<{ items: number }> {
  await lockBatch(tx, batchId, "open");
  const entries = await tx.rows<{ id: string }>(sql`
    SELECT id FROM batch_items WHERE batch_id = ${batchId} AND left_at IS NULL AND id = ANY(${entryIds}::uuid[])`);
  if (entries.length === 0) throw notFound("entry of the load");
  await leaveLoad(
    tx,
    entries.map(({ id }) => ({ id, outcome: "removed" })),
  );
  await announce(tx, ["queue"]);
  return { items: entries.length };
}
