import type { Arch, ProcedureType, Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What the bench used and the books had not, still to be looked after. `missing` is a decimal of `unit`, teeth are FDI. */
export type Shortfall = {
  id: string;
  what: string;
  unit: string;
  missing: string;
  /** The lot that the technician had in hand. */
  lot: string | null;
  lotId: string | null;
  at: Date;
  by: string;
  stage: Stage;
  caseId: string;
  caseNumber: string;
  procedureType: ProcedureType;
  arch: Arch | null;
  teeth: number[];
  /** Lots of what the line takes, that have something left or are the one in hand. */
  lots: { id: string; number: string; name: string; onHand: string }[];
};

/** The open shortfalls, the newest first, at most 50. */
export async function openShortfalls(tx: Transaction): Promise<Shortfall[]> {
  return tx.rows<Shortfall>(sql`
    SELECT s.id, coalesce(k.name, g.name, 'No longer kept') AS what, coalesce(k.unit, g.unit, '') AS unit, trim_scale(s.missing)::text AS missing,
      (SELECT number FROM lots WHERE id = s.lot_id) AS lot, s.lot_id AS "lotId", s.created_at AS at,
      (SELECT name FROM users WHERE id = s.recorded_by_id) AS by, w.stage, c.id AS "caseId", c.number AS "caseNumber",
      i.procedure_type AS "procedureType", i.arch,
      coalesce((SELECT array_agg(t.tooth ORDER BY t.tooth) FROM case_item_teeth t WHERE t.item_id = i.id), '{}') AS teeth,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'number', l.number, 'name', n.name, 'onHand', trim_scale(l.on_hand)::text) ORDER BY l.id DESC), '[]')
        FROM lots l JOIN inventory_items n ON n.id = l.inventory_item_id
        WHERE l.on_hand >= s.missing AND (l.inventory_item_id = b.inventory_item_id
          OR l.inventory_item_id IN (SELECT m.inventory_item_id FROM stock_group_items m WHERE m.group_id = b.group_id))
          AND NOT EXISTS (SELECT FROM lot_recalls r WHERE r.lot_id = l.id AND r.withdrawn_at IS NULL)) AS lots
    FROM (SELECT * FROM stock_shortfalls WHERE settled_at IS NULL AND taken_back_at IS NULL ORDER BY id DESC LIMIT 50) s
      JOIN bill_lines b ON b.id = s.bill_line_id
      LEFT JOIN inventory_items k ON k.id = b.inventory_item_id LEFT JOIN stock_groups g ON g.id = b.group_id
      JOIN workflow_stages w ON w.id = s.workflow_stage_id JOIN case_items i ON i.id = s.case_item_id JOIN cases c ON c.id = i.case_id
    ORDER BY s.id DESC`);
}

/** How many shortfalls are open, up to 100. */
export async function countShortfalls(tx: Transaction): Promise<number> {
  const found = await tx.row<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM stock_shortfalls WHERE settled_at IS NULL AND taken_back_at IS NULL LIMIT 100) open`);
  return found?.n ?? 0;
}
