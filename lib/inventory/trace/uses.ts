import type { Arch, CaseStatus, ProcedureType, Stage } from "@/lib/cases/vocabulary";
import { emptySql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** One use of a lot: what it went into, for whom, when and by whom. Teeth are FDI; quantities are decimals of `unit`. */
export type LotUse = {
  id: string;
  lotId: string;
  lotNumber: string;
  /** Stock that is kept without a number cannot be told apart. */
  isUnnumbered: boolean;
  stockItemId: string;
  stockName: string;
  unit: string;
  expiresOn: string | null;
  isRecalled: boolean;
  quantity: string;
  /** The books had it not; the lot is the one that the technician had in hand. */
  isShort: boolean;
  reason: string | null;
  usedAt: Date;
  usedBy: string;
  stage: Stage | null;
  caseId: string;
  caseNumber: string;
  caseStatus: CaseStatus;
  itemId: string;
  procedureType: ProcedureType;
  arch: Arch | null;
  teeth: number[];
  patient: string;
  practiceId: string;
  practice: string;
  dentist: string;
};

export type Place = { at: string; id: string };

/** The rows of the ledger and of the shortfalls that say where a lot went; what was taken back is left out. */
const usesWhere = (moved: Sql, short: Sql, limit: Sql): Sql => sql`
  SELECT * FROM (
    (SELECT t.id, t.lot_id, t.case_item_id, t.stage_id, -t.quantity AS quantity, false AS is_short, t.reason, t.occurred_at AS used_at, t.recorded_by_id
      FROM inventory_transactions t
      WHERE t.case_item_id IS NOT NULL AND t.type = 'out' AND ${moved}
        AND NOT EXISTS (SELECT FROM inventory_transactions r WHERE r.lab_id = t.lab_id AND r.reverses_id = t.id)
      ORDER BY t.occurred_at DESC, t.id DESC ${limit})
    UNION ALL
    (SELECT s.id, s.lot_id, s.case_item_id, s.workflow_stage_id, s.missing, true, NULL, s.created_at, s.recorded_by_id
      FROM stock_shortfalls s
      WHERE s.lot_id IS NOT NULL AND s.taken_back_at IS NULL AND s.settled_lot_id IS NULL AND ${short}
      ORDER BY s.created_at DESC, s.id DESC ${limit})) both_kinds
  ORDER BY used_at DESC, id DESC ${limit}`;

const usesOf = (rows: Sql): Sql => sql`
  SELECT u.id, u.lot_id AS "lotId", l.number AS "lotNumber", l.is_unnumbered AS "isUnnumbered", k.id AS "stockItemId", k.name AS "stockName", k.unit,
    l.expires_on::text AS "expiresOn", EXISTS (SELECT FROM lot_recalls x WHERE x.lot_id = l.id AND x.withdrawn_at IS NULL) AS "isRecalled",
    trim_scale(u.quantity)::text AS quantity, u.is_short AS "isShort", u.reason, u.used_at AS "usedAt",
    (SELECT name FROM users WHERE id = u.recorded_by_id) AS "usedBy", w.stage, c.id AS "caseId", c.number AS "caseNumber", c.status AS "caseStatus",
    i.id AS "itemId", i.procedure_type AS "procedureType", i.arch,
    coalesce((SELECT array_agg(t.tooth ORDER BY t.tooth) FROM case_item_teeth t WHERE t.item_id = i.id), '{}') AS teeth,
    p.reference AS patient, c.practice_id AS "practiceId", o.name AS practice, d.full_name AS dentist
  FROM (${rows}) u
    JOIN lots l ON l.id = u.lot_id JOIN inventory_items k ON k.id = l.inventory_item_id
    JOIN case_items i ON i.id = u.case_item_id JOIN cases c ON c.id = i.case_id
    JOIN patients p ON p.id = c.patient_id JOIN practices o ON o.id = c.practice_id JOIN dentist_profiles d ON d.id = c.dentist_id
    LEFT JOIN workflow_stages w ON w.id = u.stage_id
  ORDER BY u.used_at DESC, u.id DESC`;

/** What a lot went into, the newest first, from after a place on; at most `most`. */
export async function usesOfLot(tx: Transaction, lotId: string, most: number, after?: Place): Promise<LotUse[]> {
  const older = (at: Sql, id: Sql) =>
    after
      ? sql`AND ${at} <= ${after.at}::timestamptz AND (${at} < ${after.at}::timestamptz OR ${id} < ${after.id}::uuid)`
      : emptySql;
  return tx.rows<LotUse>(
    usesOf(
      usesWhere(
        sql`t.lot_id = ${lotId} ${older(sql`t.occurred_at`, sql`t.id`)}`,
        sql`s.lot_id = ${lotId} ${older(sql`s.created_at`, sql`s.id`)}`,
        sql`LIMIT ${most}`,
      ),
    ),
  );
}

/** Every use of a lot, for a paper or a recall. */
export const allUsesOfLot = (tx: Transaction, lotId: string): Promise<LotUse[]> =>
  tx.rows<LotUse>(usesOf(usesWhere(sql`t.lot_id = ${lotId}`, sql`s.lot_id = ${lotId}`, emptySql)));

/** The lots that went into a case, the newest first. */
export const lotsOfCase = (tx: Transaction, caseId: string): Promise<LotUse[]> => {
  const ofCase = sql`IN (SELECT id FROM case_items WHERE case_id = ${caseId})`;
  return tx.rows<LotUse>(usesOf(usesWhere(sql`t.case_item_id ${ofCase}`, sql`s.case_item_id ${ofCase}`, emptySql)));
};
