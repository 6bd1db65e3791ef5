import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockUsable } from "../machines/usable";
import { leaveLoad, lockBatch, lockLoaded } from "./lock-batch";
import type { BatchInput, OpenBatchInput } from "./schema";

/** Opens a load for a machine: a program, and the material it is for (null for any). Refuses with `machine_down`. */
export async function openBatch({ actor, tx }: Context, input: OpenBatchInput): Promise<{ id: string }> {
  const machine = await lockUsable(tx, input.equipmentId);
  const batch = await tx.row<{ id: string }>(sql`
    INSERT INTO batches (equipment_id, stage, program, material, lot, opened_by_id)
    VALUES (${machine.id}, ${input.stage}, ${input.program}, ${input.material}, ${input.lot || null}, ${actor.userId}) RETURNING id`);
  await announce(tx, ["queue"]);
  return batch as { id: string };
}

/** Gives an open load up: what lies in it waits on. Refuses with `batch_…` one that runs or is over. */
export async function cancelBatch(context: Context, { batchId }: BatchInput): Promise<{ items: number }> {
  const { actor, tx } = context;
  await lockBatch(tx, batchId, "open");
  const { stages } = await lockLoaded(context, batchId);
  await leaveLoad(
    tx,
    stages.map(({ entryId }) => ({ id: entryId, outcome: "removed" })),
  );
  await tx.execute(sql`
    UPDATE batches SET status = 'cancelled', finished_at = statement_timestamp(), finished_by_id = ${actor.userId} WHERE id = ${batchId}`);
  await announce(tx, ["queue"]);
  return { items: stages.length };
}
