import type { ToothNotation } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type AffectedPractice, affectedBy } from "./affected";
import type { Told } from "./told";

export type RecallLine = {
  id: string;
  lotId: string;
  lot: string;
  material: string;
  reason: string;
  reference: string | null;
  recalledAt: Date;
  recalledBy: string;
  closedAt: Date | null;
  withdrawnAt: Date | null;
  notices: number;
  acknowledged: number;
};

const line = sql`
  SELECT r.id, r.lot_id AS "lotId", l.number AS lot, i.name AS material, r.reason, r.reference, r.recalled_at AS "recalledAt",
    (SELECT name FROM users WHERE id = r.recalled_by_id) AS "recalledBy", r.closed_at AS "closedAt", r.withdrawn_at AS "withdrawnAt",
    (SELECT count(*)::int FROM recall_notices n WHERE n.recall_id = r.id) AS notices,
    (SELECT count(*)::int FROM recall_notices n WHERE n.recall_id = r.id AND n.acknowledged_at IS NOT NULL) AS acknowledged`;
const from = sql`FROM lot_recalls r JOIN lots l ON l.id = r.lot_id JOIN inventory_items i ON i.id = l.inventory_item_id`;

/** The newest recalls of the lab, those that stand first, at most 50. */
export const listRecalls = (tx: Transaction): Promise<RecallLine[]> =>
  tx.rows<RecallLine>(sql`
    ${line} ${from} ORDER BY (r.closed_at IS NULL AND r.withdrawn_at IS NULL) DESC, r.recalled_at DESC, r.id DESC LIMIT 50`);

export type RecallNotice = {
  id: string;
  practiceId: string;
  practice: string;
  phone: string | null;
  hasAddress: boolean;
  toldAt: Date;
  told: Told;
  reminders: number;
  acknowledgedAt: Date | null;
  acknowledgedName: string | null;
  acknowledgedBy: string | null;
  remark: string | null;
};
export type Recall = RecallLine & {
  version: number;
  unit: string;
  onHand: string;
  supplier: string | null;
  advice: string | null;
  closedBy: string | null;
  outcome: string | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
  list: RecallNotice[];
  affected: AffectedPractice[];
};

/** A recall with what it affects now and what each practice was told; null when it is not the actor's to see. */
export async function readRecall(tx: Transaction, id: string, notation: ToothNotation): Promise<Recall | null> {
  const found = await tx.row<Omit<Recall, "list" | "affected">>(sql`
    ${line}, r.version, i.unit, trim_scale(l.on_hand)::text AS "onHand", r.advice, r.outcome, r.withdrawn_reason AS "withdrawnReason",
      (SELECT name FROM suppliers s WHERE s.id = coalesce(l.supplier_id, i.supplier_id)) AS supplier,
      (SELECT name FROM users WHERE id = r.closed_by_id) AS "closedBy", (SELECT name FROM users WHERE id = r.withdrawn_by_id) AS "withdrawnBy"
    ${from} WHERE r.id = ${id}`);
  if (!found) return null;
  const list = await tx.rows<RecallNotice>(sql`
    SELECT n.id, n.practice_id AS "practiceId", p.name AS practice, p.phone, p.email IS NOT NULL AS "hasAddress", n.told_at AS "toldAt", n.told,
      n.reminders, n.acknowledged_at AS "acknowledgedAt", n.acknowledged_name AS "acknowledgedName", n.remark,
      (SELECT name FROM users WHERE id = n.acknowledged_by_id) AS "acknowledgedBy"
    FROM recall_notices n JOIN practices p ON p.id = n.practice_id WHERE n.recall_id = ${id} ORDER BY p.name, n.id`);
  return { ...found, list, affected: await affectedBy(tx, found.lotId, notation) };
}

/** A recall's notice as its practice reads it. */
export type OwnNotice = {
  id: string;
  told: Told;
  toldAt: Date;
  acknowledgedAt: Date | null;
  acknowledgedName: string | null;
  remark: string | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
};
const own = sql`
  SELECT id, told, told_at AS "toldAt", acknowledged_at AS "acknowledgedAt", acknowledged_name AS "acknowledgedName", remark,
    withdrawn_at AS "withdrawnAt", withdrawn_reason AS "withdrawnReason" FROM recall_notices`;

/** The recalls that the acting practice was told of, the newest first, at most 50. */
export const ownNotices = (tx: Transaction): Promise<OwnNotice[]> =>
  tx.rows<OwnNotice>(sql`${own} ORDER BY told_at DESC, id DESC LIMIT 50`);

/** One of them; null when it is not the practice's. */
export const ownNotice = async (tx: Transaction, id: string): Promise<OwnNotice | null> =>
  (await tx.row<OwnNotice>(sql`${own} WHERE id = ${id}`)) ?? null;

/** The recalls that the acting practice has not acknowledged, the oldest first, at most five. */
export async function recallsToAcknowledge(tx: Transaction): Promise<{ id: string; told: Told }[]> {
  return tx.rows(
    sql`SELECT id, told FROM recall_notices WHERE acknowledged_at IS NULL AND withdrawn_at IS NULL ORDER BY told_at LIMIT 5`,
  );
}
