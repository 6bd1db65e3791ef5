import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce, enqueueEach } from "@/lib/outbox/outbox";
import type { CloseRecallInput, WithdrawRecallInput } from "./schema";
import type { Told } from "./told";

/**
 * Closes a recall with its outcome; the lot stays recalled. Refuses with `not_found`, `stale`, `already_closed`, and `not_acknowledged`
 * while practices have not answered, unless `evenSo`.
 */
export async function closeRecall(
  { actor, tx }: Context,
  { recallId, version, outcome, evenSo }: CloseRecallInput,
): Promise<void> {
  await lockRecall(tx, recallId, version);
  const waiting = await tx.row<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM recall_notices WHERE recall_id = ${recallId} AND acknowledged_at IS NULL`,
  );
  if (waiting?.n && !evenSo)
    throw conflict(
      "not_acknowledged",
      `${waiting.n === 1 ? "One practice has" : `${waiting.n} practices have`} not acknowledged yet. Telephone them, or close it even so.`,
    );
  await tx.execute(sql`
    UPDATE lot_recalls SET closed_at = now(), closed_by_id = ${actor.userId}, outcome = ${outcome} WHERE id = ${recallId}`);
  await announce(tx, ["recalls"]);
}

/**
 * Withdraws a recall that was a mistake: the lot may be used again, and every practice that was told hears so. Refuses with `not_found`,
 * `stale` and `already_closed`.
 */
export async function withdrawRecall(
  { actor, tx }: Context,
  { recallId, version, reason }: WithdrawRecallInput,
): Promise<void> {
  await lockRecall(tx, recallId, version);
  await tx.execute(sql`
    UPDATE lot_recalls SET withdrawn_at = now(), withdrawn_by_id = ${actor.userId}, withdrawn_reason = ${reason} WHERE id = ${recallId}`);
  const told = await tx.rows<{ id: string; practiceId: string; told: Told }>(sql`
    UPDATE recall_notices SET withdrawn_at = now(), withdrawn_reason = ${reason} WHERE recall_id = ${recallId}
    RETURNING id, practice_id AS "practiceId", told`);
  for (const { id, practiceId, told: words } of told) {
    await notify(
      tx,
      { practiceId },
      {
        key: `recall-withdrawn:${id}`,
        type: "alert",
        title: `The recall of ${words.material}, lot ${words.lot}, was withdrawn`,
        body: reason,
        href: `/portal/recalls/${id}`,
      },
    );
    await announce(tx, ["recalls"], practiceId);
  }
  if (told.length > 0)
    await enqueueEach(
      tx,
      "mail_recall",
      told.map(({ id }) => ({ labId: actor.lab.id, noticeId: id, kind: "withdrawal" })),
    );
  await announce(tx, ["recalls", "stock"]);
}

async function lockRecall(tx: Context["tx"], recallId: string, version: number): Promise<void> {
  const found = await tx.row<{ version: number; over: boolean }>(sql`
    SELECT version, closed_at IS NOT NULL OR withdrawn_at IS NOT NULL AS over FROM lot_recalls WHERE id = ${recallId} FOR UPDATE`);
  if (!found) throw notFound("recall");
  if (found.over) throw conflict("already_closed", "This recall is closed or was withdrawn already.");
  if (found.version !== version) throw stale("recall");
}
