import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { hold } from "@/lib/cases/hold";
import { sql } from "@/lib/db/sql";
import { affectedBy, isInTheLab } from "./affected";
import type { HoldAffectedInput } from "./schema";

/**
 * Puts affected cases that are still in the lab on hold, with the recall as their note. Those that are held or gone already are left as
 * they are. Answers how many were held. Refuses with `not_found`, and at `reasonId` as `hold` does.
 */
export async function holdAffected(
  context: Context,
  { recallId, caseIds, reasonId }: HoldAffectedInput,
): Promise<{ held: number }> {
  const { actor, tx } = context;
  const recall = await tx.row<{ lotId: string; number: string; name: string; reason: string }>(sql`
    SELECT l.id AS "lotId", l.number, i.name, r.reason FROM lot_recalls r JOIN lots l ON l.id = r.lot_id JOIN inventory_items i ON i.id = l.inventory_item_id
    WHERE r.id = ${recallId} AND r.withdrawn_at IS NULL`);
  if (!recall) throw notFound("recall");
  const affected = (await affectedBy(tx, recall.lotId, actor.toothNotation)).flatMap(({ cases }) => cases);
  const wanted = affected
    .filter((each) => caseIds.includes(each.caseId) && isInTheLab(each))
    .map(({ caseId }) => caseId);
  const locked = await tx.rows<{ id: string; version: number; status: string }>(
    sql`SELECT id, version, status FROM cases WHERE id = ANY(${wanted}::uuid[]) ORDER BY id FOR UPDATE`,
  );
  const going = locked.filter(({ status }) => !["on_hold", "delivered", "cancelled"].includes(status));
  const note = `Lot ${recall.number} of ${recall.name} was recalled: ${recall.reason}`.slice(0, 1000);
  for (const { id, version } of going) await hold(context, { caseId: id, version, reasonId, note });
  return { held: going.length };
}
