import { notFound } from "@/lib/access/errors";
import type { Arch, CaseStatus, Material, ProcedureType, Stage, Urgency, WorkflowStatus } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { RouteStage } from "./route";

export type ToothRole = "single" | "abutment" | "pontic";

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
  status: "in_production" | "finished" | "shipped" | "delivered" | "cancelled";
  teeth: { tooth: number; role: ToothRole }[];
  route: RouteStage[];
  /** Null once the item is delivered or cancelled. */
  open: BenchStage | null;
  /** Why it came back, when the attempt before failed or was sent back. */
  cameBack: { from: Stage; reason: string | null; note: string | null } | null;
};

/** A case as the bench shows it. Days are `YYYY-MM-DD`, instants ISO 8601. */
export type BenchCase = {
  id: string;
  number: string;
  version: number;
  status: CaseStatus;
  urgency: Urgency;
  impression: "digital_scan" | "physical";
  instructions: string | null;
  shipBy: string;
  dueOn: string;
  submittedAt: Date;
  receivedAt: Date | null;
  receivedBy: string | null;
  patient: string;
  patientAllergies: string | null;
  practice: string;
  dentist: string;
  pan: string | null;
  hold: { reason: string | null; note: string | null } | null;
  items: BenchItem[];
  files: { id: string; name: string; kind: "scan" | "photo" | "document"; mediaType: string; sizeBytes: number }[];
  notes: { id: string; body: string; author: string; audience: "internal" | "shared"; at: string }[];
};

/** Everything the bench shows of a case; refuses with `not_found`. */
export async function benchCase(tx: Transaction, caseId: string): Promise<BenchCase> {
  const found = await tx.row<BenchCase>(sql`
    SELECT c.id, c.number, c.version, c.status, c.urgency, c.impression, c.instructions, c.ship_by AS "shipBy", c.due_on AS "dueOn",
      c.submitted_at AS "submittedAt", c.received_at AS "receivedAt", (SELECT name FROM users WHERE id = c.received_by_id) AS "receivedBy",
      p.reference AS patient, p.allergies AS "patientAllergies", r.name AS practice, d.full_name AS dentist, n.code AS pan,
      (SELECT jsonb_build_object('reason', o.label, 'note', h.note) FROM holds h LEFT JOIN reasons o ON o.id = h.reason_id
        WHERE h.case_id = c.id AND h.released_at IS NULL) AS hold,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'mediaType', f.media_type,
          'sizeBytes', f.size_bytes) ORDER BY f.created_at), '[]') FROM case_files f WHERE f.case_id = c.id) AS files,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'body', m.body, 'audience', m.audience, 'at', m.created_at,
          'author', coalesce((SELECT name FROM users WHERE id = m.author_id), r.name)) ORDER BY m.created_at DESC), '[]')
        FROM case_notes m WHERE m.case_id = c.id) AS notes
    FROM cases c JOIN patients p ON p.id = c.patient_id JOIN practices r ON r.id = c.practice_id
      JOIN dentist_profiles d ON d.id = c.dentist_id LEFT JOIN pans n ON n.id = c.pan_id
    WHERE c.id = ${caseId}`);
  if (!found) throw notFound("case");
  return { ...found, items: await benchItems(tx, caseId) };
}

async function benchItems(tx: Transaction, caseId: string): Promise<BenchItem[]> {
  return tx.rows<BenchItem>(sql`
    SELECT i.id, i.procedure_type AS "procedureType", i.material, i.shade, i.arch, i.notes, i.status,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('tooth', t.tooth, 'role', t.role) ORDER BY t.tooth), '[]')
        FROM case_item_teeth t WHERE t.item_id = i.id) AS teeth,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', s.stage, 'departmentId', s.department_id) ORDER BY s.position), '[]')
        FROM workflow_template_stages s WHERE s.template_id = i.template_id) AS route,
      CASE WHEN w.id IS NOT NULL THEN jsonb_build_object('id', w.id, 'version', w.version, 'stage', w.stage, 'attempt', w.attempt,
        'status', w.status, 'assignedToId', w.assigned_to_id, 'assignedTo', (SELECT name FROM users WHERE id = w.assigned_to_id),
        'workingSeconds', coalesce((SELECT round(extract(epoch FROM sum(coalesce(e.ended_at, clock_timestamp()) - e.started_at)))
          FROM stage_time_entries e WHERE e.workflow_stage_id = w.id), 0),
        'running', w.status = 'in_progress', 'reason', (SELECT label FROM reasons WHERE id = w.reason_id), 'reasonNote', w.reason_note) END AS open,
      CASE WHEN b.outcome IN ('failed', 'sent_back') THEN jsonb_build_object('from', b.stage, 'note', b.reason_note,
        'reason', (SELECT label FROM reasons WHERE id = b.reason_id)) END AS "cameBack"
    FROM case_items i
      LEFT JOIN workflow_stages w ON w.item_id = i.id AND w.status <> 'completed'
      LEFT JOIN LATERAL (SELECT outcome, stage, reason_id, reason_note FROM workflow_stages x
        WHERE x.item_id = i.id AND x.status = 'completed' ORDER BY x.completed_at DESC, x.id DESC LIMIT 1) b ON true
    WHERE i.case_id = ${caseId} ORDER BY i.position`);
}
