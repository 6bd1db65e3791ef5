import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import type { AcknowledgeInput, TellAcknowledgedInput } from "./schema";
import type { Told } from "./told";

type Waiting = { recallId: string; acknowledgedAt: Date | null; told: Told; toldAt: Date };

/**
 * A practice says that it read a recall's notice; who and when are kept. A second time changes nothing. Refuses with `not_found` a notice
 * of another practice, and one that was withdrawn.
 */
export async function acknowledge({ actor, tx }: Context, { noticeId, remark }: AcknowledgeInput): Promise<void> {
  const found = await lockNotice(tx, noticeId);
  if (found.acknowledgedAt) return;
  await tx.execute(sql`
    UPDATE recall_notices SET acknowledged_at = now(), acknowledged_by_id = ${actor.userId}, acknowledged_name = ${actor.name},
      remark = ${remark || null} WHERE id = ${noticeId}`);
  await notify(
    tx,
    { permission: "inventory.recall" },
    {
      key: `recall-acknowledged:${noticeId}:${found.toldAt.getTime()}`,
      type: "alert",
      title: `${actor.practice?.name ?? "A practice"} acknowledged the recall of lot ${found.told.lot}`,
      body: remark || undefined,
      href: `/inventory/recalls/${found.recallId}`,
    },
  );
  await announce(tx, ["recalls"], actor.practice?.id);
}

/** Keeps that a practice acknowledged by telephone: who said so, and who wrote it down. Refuses with `not_found`. */
export async function tellAcknowledged(
  { actor, tx }: Context,
  { noticeId, name, remark }: TellAcknowledgedInput,
): Promise<void> {
  const found = await lockNotice(tx, noticeId);
  if (found.acknowledgedAt) return;
  await tx.execute(sql`
    UPDATE recall_notices SET acknowledged_at = now(), acknowledged_by_id = ${actor.userId}, acknowledged_name = ${name},
      remark = ${remark || null} WHERE id = ${noticeId}`);
  await announce(tx, ["recalls"]);
}

async function lockNotice(tx: Context["tx"], noticeId: string): Promise<Waiting> {
  const found = await tx.row<Waiting>(sql`
    SELECT recall_id AS "recallId", acknowledged_at AS "acknowledgedAt", told, told_at AS "toldAt" FROM recall_notices
    WHERE id = ${noticeId} AND withdrawn_at IS NULL FOR UPDATE`);
  // Under a practice's policies an acknowledged notice can be read but not locked.
  const there =
    found ??
    (await tx.row<Waiting>(sql`
      SELECT recall_id AS "recallId", acknowledged_at AS "acknowledgedAt", told, told_at AS "toldAt" FROM recall_notices
      WHERE id = ${noticeId} AND withdrawn_at IS NULL AND acknowledged_at IS NOT NULL`));
  if (!there) throw notFound("notice");
  return there;
}
