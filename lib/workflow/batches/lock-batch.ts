import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import type { Material, Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LockedStage, lockCasesOf, type MovedCase, readLocked } from "../lock-stages";

export type BatchStatus = "open" | "running" | "finished" | "cancelled";
export type LockedBatch = {
  id: string;
  equipmentId: string;
  stage: Stage;
  program: string;
  material: Material | null;
  /** The number of the lot that the machine was loaded with. */
  lot: string | null;
  status: BatchStatus;
};

const NOT: Record<BatchStatus, string> = {
  open: "This load was not started yet.",
  running: "This load is running already.",
  finished: "This load is finished already.",
  cancelled: "This load was given up.",
};

/**
 * Locks a load. Everything that works on loads takes this lock before those of the cases, which other moves take alone, so that
 * nobody waits in a circle. Refuses with `batch_<status>` a load that is not in the status wanted.
 */
export async function lockBatch(tx: Transaction, id: string, wanted: BatchStatus): Promise<LockedBatch> {
  const found = await tx.row<LockedBatch>(sql`
    SELECT id, equipment_id AS "equipmentId", stage, program, material, lot, status FROM batches WHERE id = ${id} FOR UPDATE`);
  if (!found) throw notFound("load");
  if (found.status !== wanted) throw conflict(`batch_${found.status}`, NOT[found.status]);
  return found;
}

/** What lies in a load: each attempt with its line of the load, and the cases, all locked. */
export type Loaded = { cases: Map<string, MovedCase>; stages: (LockedStage & { entryId: string })[] };

/** Locks the cases and the attempts that lie in a locked load, in the one order that every move keeps. */
export async function lockLoaded({ tx }: Context, batchId: string): Promise<Loaded> {
  const entries = await tx.rows<{ id: string; stageId: string }>(sql`
    SELECT id, workflow_stage_id AS "stageId" FROM batch_items WHERE batch_id = ${batchId} AND left_at IS NULL`);
  const ids = entries.map(({ stageId }) => stageId);
  const cases = await tx.rows<MovedCase>(
    lockCasesOf(sql`SELECT case_id FROM workflow_stages WHERE id = ANY(${ids}::uuid[])`),
  );
  const stages = await readLocked(tx, sql`w.id = ANY(${ids}::uuid[])`);
  const entryOf = new Map(entries.map(({ id, stageId }) => [stageId, id]));
  return {
    cases: new Map(cases.map((each) => [each.id, each])),
    stages: stages.map((stage) => ({ ...stage, entryId: entryOf.get(stage.id) as string })),
  };
}

/** What became of one item when a load was started or finished: `why` says why it did not come along. */
export type LoadResult = { entryId: string; caseId: string; number: string; item: string; why: string | null };

/** Takes entries out of a load, each with what became of it. */
export async function leaveLoad(
  tx: Transaction,
  entries: { id: string; outcome: "moved" | "stayed" | "removed"; note?: string | null }[],
): Promise<void> {
  await tx.execute(sql`
    UPDATE batch_items b SET left_at = statement_timestamp(), outcome = x.outcome, note = x.note
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS x(id uuid, outcome text, note text) WHERE b.id = x.id AND b.left_at IS NULL`);
}
