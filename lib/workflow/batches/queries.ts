import type { Arch, Material, ProcedureType, Stage, WorkflowStatus } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { MachineStatus } from "../machines/status";
import type { BatchStatus } from "./lock-batch";

/** A load as the lists show it. `seconds` is how long it ran, or has run until it was read, standstills of the machine left out. */
export type Batch = {
  id: string;
  equipmentId: string;
  machine: string;
  machineName: string;
  machineStatus: MachineStatus;
  stage: Stage;
  program: string;
  material: Material | null;
  lot: string | null;
  status: BatchStatus;
  items: number;
  stayed: number;
  openedBy: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  finishedBy: string | null;
  seconds: number;
};

const columns = sql`
  b.id, b.equipment_id AS "equipmentId", e.code AS machine, e.name AS "machineName", e.status AS "machineStatus", b.stage, b.program,
  b.material, b.lot, b.status, b.created_at AS "createdAt", b.started_at AS "startedAt", b.finished_at AS "finishedAt",
  (SELECT name FROM users WHERE id = b.opened_by_id) AS "openedBy", (SELECT name FROM users WHERE id = b.finished_by_id) AS "finishedBy",
  (SELECT count(*)::int FROM batch_items i WHERE i.batch_id = b.id AND i.outcome IS DISTINCT FROM 'removed') AS items,
  (SELECT count(*)::int FROM batch_items i WHERE i.batch_id = b.id AND i.outcome = 'stayed') AS stayed,
  greatest(coalesce(extract(epoch FROM coalesce(b.finished_at, now()) - b.started_at), 0)
    - (SELECT coalesce(sum(extract(epoch FROM least(coalesce(t.ended_at, now()), coalesce(b.finished_at, now())) - greatest(t.started_at, b.started_at))), 0)
      FROM equipment_downtimes t WHERE t.equipment_id = b.equipment_id AND NOT t.planned AND t.started_at < coalesce(b.finished_at, now())
        AND coalesce(t.ended_at, now()) > b.started_at), 0)::int AS seconds`;

/** The loads that are open or run, those of a machine together. */
export async function currentBatches(tx: Transaction): Promise<Batch[]> {
  return tx.rows<Batch>(sql`
    SELECT ${columns} FROM batches b JOIN department_equipment e ON e.id = b.equipment_id
    WHERE b.status IN ('open', 'running') ORDER BY b.status DESC, e.code, b.created_at`);
}

/** The latest finished loads, of one machine or of all, the newest first. */
export async function pastBatches(tx: Transaction, equipmentId: string | null, most = 20): Promise<Batch[]> {
  return tx.rows<Batch>(sql`
    SELECT ${columns} FROM batches b JOIN department_equipment e ON e.id = b.equipment_id
    WHERE b.status = 'finished' AND (${equipmentId}::uuid IS NULL OR b.equipment_id = ${equipmentId}::uuid)
    ORDER BY b.created_at DESC, b.id DESC LIMIT ${most}`);
}

/** A line of a load. `why` says why it did not come along. */
export type BatchEntry = {
  id: string;
  caseId: string;
  number: string;
  pan: string | null;
  procedureType: ProcedureType;
  arch: Arch | null;
  teeth: number[];
  material: Material | null;
  shade: string | null;
  status: WorkflowStatus;
  outcome: "moved" | "stayed" | "removed" | null;
  why: string | null;
};

/** A load with what lies, or lay, in it; null when it is not the actor's to see. */
export async function oneBatch(tx: Transaction, id: string): Promise<(Batch & { entries: BatchEntry[] }) | null> {
  const batch = await tx.row<Batch>(sql`
    SELECT ${columns} FROM batches b JOIN department_equipment e ON e.id = b.equipment_id WHERE b.id = ${id}`);
  if (!batch) return null;
  const entries = await tx.rows<BatchEntry>(sql`
    SELECT l.id, c.id AS "caseId", c.number, (SELECT code FROM pans WHERE id = c.pan_id) AS pan, i.procedure_type AS "procedureType", i.arch,
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id ORDER BY t.tooth) AS teeth, i.material, i.shade, w.status, l.outcome, l.note AS why
    FROM batch_items l JOIN workflow_stages w ON w.id = l.workflow_stage_id JOIN cases c ON c.id = w.case_id JOIN case_items i ON i.id = w.item_id
    WHERE l.batch_id = ${id} AND l.outcome IS DISTINCT FROM 'removed' ORDER BY l.created_at DESC, l.id DESC`);
  return { ...batch, entries };
}

/** The programs a machine ran lately, the latest first, to choose from. */
export async function usedPrograms(tx: Transaction): Promise<string[]> {
  const rows = await tx.rows<{ program: string }>(sql`
    SELECT program FROM (SELECT program, created_at FROM batches ORDER BY created_at DESC, id DESC LIMIT 200) b GROUP BY program ORDER BY max(created_at) DESC LIMIT 12`);
  return rows.map(({ program }) => program);
}
