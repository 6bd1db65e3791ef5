import { type ItemParticulars, particularsOf } from "@/lib/cases/particulars/item-particulars";
import { type CaseRecord, caseRecord, type ItemTooth, type RecordNote, recordNotes } from "@/lib/cases/record-queries";
import type { Arch, Material, ProcedureType, Stage, WorkflowStatus } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type CaseFile, filesOfCase } from "@/lib/files/rows";
import type { RouteStage } from "./route";

/** The open attempt of an item. `workingSeconds` counts up to the moment it was read, `running` says whether it goes on counting. */
export type BenchStage = {
  id: string;
  version: number;
  stage: Stage;
  attempt: number;
  status: WorkflowStatus;
  assignedToId: string | null;
  assignedTo: string | null;
  workingSeconds: number;
  running: boolean;
  /** How many clocks of the person run at once, which share the time. */
  shares: number;
  /** The dentist was asked about the design, which stays where it is until there is an answer. */
  waitsForApproval: boolean;
  departmentId: string | null;
  machineId: string | null;
  /** The running load it lies in, with the machine's code and for how long. */
  load: { id: string; machine: string; seconds: number } | null;
  reason: string | null;
  reasonNote: string | null;
};

export type BenchItem = {
  id: string;
  procedureType: ProcedureType;
  material: Material | null;
  shade: string | null;
  arch: Arch | null;
  notes: string | null;
  status: "in_production" | "try_in" | "finished" | "shipped" | "delivered" | "cancelled";
  particulars: ItemParticulars;
  teeth: ItemTooth[];
  route: RouteStage[];
  /** Null once the item is delivered or cancelled. */
  open: BenchStage | null;
  /** Why it came back, when the attempt before failed or was sent back. */
  cameBack: { from: Stage; reason: string | null; note: string | null } | null;
};

/** A case as the bench and the front desk show it. */
export type BenchCase = CaseRecord & {
  pan: string | null;
  receivedBy: string | null;
  /** The reason it is on hold, when it is. */
  hold: { reason: string | null; note: string | null } | null;
  items: BenchItem[];
  files: CaseFile[];
  notes: RecordNote[];
};

/** Everything the bench shows of a case; null when it is not the actor's to see. */
export async function benchCase(tx: Transaction, caseId: string): Promise<BenchCase | null> {
  const record = await caseRecord(tx, caseId);
  const standing = await tx.row<Pick<BenchCase, "pan" | "receivedBy" | "hold">>(sql`
    SELECT (SELECT code FROM pans WHERE id = c.pan_id) AS pan, (SELECT name FROM users WHERE id = c.received_by_id) AS "receivedBy",
      (SELECT jsonb_build_object('reason', reason_words(h.reason_id), 'note', h.note) FROM holds h
        WHERE h.case_id = c.id AND h.released_at IS NULL) AS hold
    FROM cases c WHERE c.id = ${caseId}`);
  if (!record || !standing) return null;
  const items = await benchItems(tx, caseId);
  return { ...record, ...standing, items, files: await filesOfCase(tx, caseId), notes: await recordNotes(tx, caseId) };
}

async function benchItems(tx: Transaction, caseId: string): Promise<BenchItem[]> {
  return tx.rows<BenchItem>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.material, i.shade, i.arch, i.notes, i.status,
      ${particularsOf} AS particulars,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('tooth', t.tooth, 'role', t.role) ORDER BY t.tooth), '[]')
        FROM case_item_teeth t WHERE t.item_id = i.id) AS teeth,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', s.stage, 'departmentId', s.department_id) ORDER BY s.position), '[]')
        FROM workflow_template_stages s WHERE s.template_id = i.template_id) AS route,
      CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'version', w.version, 'stage', w.stage, 'attempt', w.attempt,
        'status', w.status, 'assignedToId', w.assigned_to_id, 'assignedTo', (SELECT name FROM users WHERE id = w.assigned_to_id),
        'workingSeconds', stage_working_seconds(w.id, clock_timestamp()), 'departmentId', w.department_id, 'machineId', w.equipment_id,
        'waitsForApproval', EXISTS (SELECT FROM design_approval_items x WHERE x.lab_id = w.lab_id AND x.item_id = w.item_id AND x.is_open),
        'running', EXISTS (SELECT FROM stage_time_entries e WHERE e.workflow_stage_id = w.id AND e.ended_at IS NULL AND e.equipment_id IS NULL),
        'shares', greatest(1, (SELECT count(*) FROM stage_time_entries e WHERE e.user_id = w.assigned_to_id AND e.ended_at IS NULL AND e.equipment_id IS NULL)),
        'load', (SELECT jsonb_build_object('id', l.batch_id, 'machine', q.code, 'seconds', stage_machine_seconds(w.id, clock_timestamp()))
          FROM batch_items l JOIN batches t ON t.id = l.batch_id JOIN department_equipment q ON q.id = t.equipment_id
          WHERE l.workflow_stage_id = w.id AND l.left_at IS NULL AND t.status = 'running'), 'reason', reason_words(w.reason_id), 'reasonNote', w.reason_note) END AS open,
      CASE WHEN b.outcome IN ('failed', 'sent_back') THEN jsonb_build_object('from', b.stage, 'note', b.reason_note,
        'reason', reason_words(b.reason_id)) END AS "cameBack"
    FROM case_items i
      LEFT JOIN workflow_stages w ON w.item_id = i.id AND w.status <> 'completed'
      LEFT JOIN LATERAL (SELECT outcome, stage, reason_id, reason_note FROM workflow_stages x
        WHERE x.item_id = i.id AND x.status = 'completed' ORDER BY x.completed_at DESC, x.id DESC LIMIT 1) b ON true
    WHERE i.case_id = ${caseId} ORDER BY i.position`);
}
