import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import type { RecallLotInput } from "./schema";
import { tellPractices } from "./tell-practices";

/**
 * Recalls a lot: from here on nothing takes from it, and every practice it went to is told of its own cases. Answers the recall and how
 * many practices were told. Refuses with `not_found`, `unnumbered` (stock without a lot number cannot be told apart) and
 * `already_recalled`.
 */
export async function recallLot(
  context: Context,
  { lotId, reason, reference, advice }: RecallLotInput,
): Promise<{ recallId: string; told: number }> {
  const { actor, tx } = context;
  const item = await tx.row<{ name: string }>(sql`
    SELECT name FROM inventory_items WHERE id = (SELECT inventory_item_id FROM lots WHERE id = ${lotId}) FOR NO KEY UPDATE`);
  const lot = await tx.row<{ number: string; isUnnumbered: boolean }>(
    sql`SELECT number, is_unnumbered AS "isUnnumbered" FROM lots WHERE id = ${lotId} FOR UPDATE`,
  );
  if (!lot || !item) throw notFound("lot");
  if (lot.isUnnumbered) throw conflict("unnumbered", "This stock has no lot number, so it cannot be told apart.");
  const standing = await tx.row(sql`SELECT FROM lot_recalls WHERE lot_id = ${lotId} AND withdrawn_at IS NULL`);
  if (standing) throw conflict("already_recalled", `Lot ${lot.number} was recalled already.`);
  const recall = await tx.row<{ id: string }>(sql`
    INSERT INTO lot_recalls (lot_id, reason, reference, advice, recalled_by_id)
    VALUES (${lotId}, ${reason}, ${reference || null}, ${advice || null}, ${actor.userId}) RETURNING id`);
  const recallId = recall?.id as string;
  const { told } = await tellPractices(context, { recallId });
  for (const permission of ["bench.work", "inventory.manage"] as const)
    await notify(
      tx,
      { permission },
      {
        key: `recall:${recallId}`,
        type: "alert",
        priority: "high",
        title: `Lot ${lot.number} of ${item.name} is recalled`,
        body: `${reason} Put what is left of it aside.`,
        href: `/inventory/lots/${lotId}`,
      },
    );
  await announce(tx, ["recalls", "stock"]);
  return { recallId, told };
}
