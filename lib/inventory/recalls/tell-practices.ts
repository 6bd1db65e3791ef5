import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce, enqueueEach } from "@/lib/outbox/outbox";
import { affectedBy } from "./affected";
import type { RecallInput } from "./schema";
import type { Told } from "./told";

type Standing = Omit<Told, "cases"> & { lotId: string };

/**
 * Tells every practice that the recalled lot went to, with its own cases alone: one notice for each, a letter and a notification. One
 * that was told before hears of it again only when further cases came up, and acknowledges anew. Two who press at once tell once.
 * Answers how many were told. Refuses with `not_found`.
 */
export async function tellPractices({ actor, tx }: Context, { recallId }: RecallInput): Promise<{ told: number }> {
  const standing = await tx.row<Standing>(sql`
    SELECT r.lot_id AS "lotId", l.number AS lot, i.name AS material, r.reason, r.reference, r.advice,
      (SELECT name FROM suppliers s WHERE s.id = coalesce(l.supplier_id, i.supplier_id)) AS supplier
    FROM lot_recalls r JOIN lots l ON l.id = r.lot_id JOIN inventory_items i ON i.id = l.inventory_item_id
    WHERE r.id = ${recallId} AND r.withdrawn_at IS NULL FOR UPDATE OF r`);
  if (!standing) throw notFound("recall");
  const { lotId, ...words } = standing;
  const before = await tx.rows<{ practiceId: string; cases: string[] }>(sql`
    SELECT practice_id AS "practiceId", ARRAY(SELECT c ->> 'caseId' FROM jsonb_array_elements(told -> 'cases') c) AS cases
    FROM recall_notices WHERE recall_id = ${recallId} ORDER BY practice_id FOR UPDATE`);
  const known = new Map(before.map(({ practiceId, cases }) => [practiceId, new Set(cases)]));
  const told: { noticeId: string; labId: string; kind: string }[] = [];
  for (const { practiceId, cases } of await affectedBy(tx, lotId, actor.toothNotation)) {
    if (cases.every(({ caseId }) => known.get(practiceId)?.has(caseId))) continue;
    const contents: Told = { ...words, cases: cases.map(({ status: _, ...rest }) => rest) };
    const notice = await tx.row<{ id: string; toldAt: Date }>(sql`
      INSERT INTO recall_notices AS n (recall_id, practice_id, told) VALUES (${recallId}, ${practiceId}, ${JSON.stringify(contents)}::jsonb)
      ON CONFLICT (lab_id, recall_id, practice_id) DO UPDATE SET told = excluded.told, told_at = now(), acknowledged_at = NULL,
        acknowledged_by_id = NULL, acknowledged_name = NULL, remark = NULL
      RETURNING n.id, n.told_at AS "toldAt"`);
    if (!notice) continue;
    told.push({ noticeId: notice.id, labId: actor.lab.id, kind: "recall" });
    await notify(
      tx,
      { practiceId },
      {
        key: `recall:${notice.id}:${notice.toldAt.getTime()}`,
        type: "alert",
        priority: "high",
        title: `Recall of ${words.material}, lot ${words.lot}`,
        body: `It is in ${cases.length === 1 ? "a case" : `${cases.length} cases`} of yours. Please read it and acknowledge.`,
        href: `/portal/recalls/${notice.id}`,
      },
    );
    await announce(tx, ["recalls"], practiceId);
  }
  if (told.length > 0) await enqueueEach(tx, "mail_recall", told);
  return { told: told.length };
}
