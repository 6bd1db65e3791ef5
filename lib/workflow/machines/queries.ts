import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { LOAD_STAGES } from "../batches/stages";
import type { MachineStatus } from "./status";

/** A machine as the bench shows it. Seconds are of the last 30 days. */
export type Machine = {
  id: string;
  code: string;
  name: string;
  departmentId: string;
  department: string;
  status: MachineStatus;
  /** Since when it stands still, by whose word, and why. */
  downSince: Date | null;
  downBy: string | null;
  downNote: string | null;
  /** When the planned downtime that lasts now ends, and what for. */
  plannedUntil: Date | null;
  plannedNote: string | null;
  /** The load that runs on it. */
  running: { id: string; program: string; items: number; since: string } | null;
  /** How many attempts people make on it right now, outside of a load. */
  inHand: number;
  loads: number;
  loadSeconds: number;
  downSeconds: number;
};

/** The machines of the lab by department and code; those taken out of service only with `all`. */
export async function listMachines(tx: Transaction, all = false): Promise<Machine[]> {
  return tx.rows<Machine>(sql`
    SELECT e.id, e.code, e.name, e.department_id AS "departmentId", d.name AS department, e.status,
      t.started_at AS "downSince", (SELECT name FROM users WHERE id = t.reported_by_id) AS "downBy", t.note AS "downNote",
      n.ended_at AS "plannedUntil", n.note AS "plannedNote",
      (SELECT jsonb_build_object('id', b.id, 'program', b.program, 'since', b.started_at,
          'items', (SELECT count(*) FROM batch_items i WHERE i.batch_id = b.id AND i.left_at IS NULL))
        FROM batches b WHERE b.equipment_id = e.id AND b.status = 'running') AS running,
      (SELECT count(*) FROM workflow_stages w WHERE w.equipment_id = e.id AND w.status IN ('in_progress', 'on_hold')
        AND NOT EXISTS (SELECT FROM batch_items i WHERE i.workflow_stage_id = w.id AND i.left_at IS NULL))::int AS "inHand",
      l.loads, l.seconds AS "loadSeconds", s.seconds AS "downSeconds"
    FROM department_equipment e JOIN departments d ON d.id = e.department_id
    LEFT JOIN equipment_downtimes t ON t.equipment_id = e.id AND t.ended_at IS NULL
    LEFT JOIN equipment_downtimes n ON n.equipment_id = e.id AND n.planned AND n.started_at <= now() AND n.ended_at > now()
    CROSS JOIN LATERAL (SELECT count(*)::int AS loads, coalesce(sum(extract(epoch FROM coalesce(b.finished_at, now()) - b.started_at)), 0)::int AS seconds
      FROM batches b WHERE b.equipment_id = e.id AND b.created_at > now() - interval '30 days' AND b.status IN ('running', 'finished')) l
    CROSS JOIN LATERAL (SELECT coalesce(sum(extract(epoch FROM upper(r) - lower(r))), 0)::int AS seconds
      FROM unnest((SELECT range_agg(tstzrange(greatest(x.started_at, now() - interval '30 days'), least(coalesce(x.ended_at, now()), now())))
        FROM equipment_downtimes x WHERE x.equipment_id = e.id AND x.started_at < now() AND coalesce(x.ended_at, now()) > now() - interval '30 days')) r) s
    WHERE ${all}::boolean OR e.status <> 'decommissioned'
    ORDER BY d.name, e.code`);
}

/** The departments a machine can stand in. */
export async function machineDepartments(tx: Transaction): Promise<{ id: string; name: string }[]> {
  return tx.rows(sql`SELECT id, name FROM departments ORDER BY name`);
}

export type Standstill = {
  id: string;
  from: Date;
  to: Date | null;
  planned: boolean;
  note: string | null;
  by: string | null;
};

/** The latest standstills of a machine and those planned ahead, the newest first. */
export async function standstills(tx: Transaction, equipmentId: string): Promise<Standstill[]> {
  return tx.rows<Standstill>(sql`
    SELECT t.id, t.started_at AS from, t.ended_at AS to, t.planned, t.note, (SELECT name FROM users WHERE id = t.reported_by_id) AS by
    FROM equipment_downtimes t WHERE t.equipment_id = ${equipmentId} ORDER BY t.started_at DESC LIMIT 20`);
}

/** The stage that each department works, where that is one for loads: what its machines are likely to do. */
export async function stageOfDepartments(tx: Transaction): Promise<Record<string, (typeof LOAD_STAGES)[number]>> {
  const rows = await tx.rows<{ id: string; stage: (typeof LOAD_STAGES)[number] }>(sql`
    SELECT DISTINCT ON (department_id) department_id AS id, stage FROM workflow_template_stages
    WHERE department_id IS NOT NULL AND stage = ANY(${[...LOAD_STAGES]}::text[])
    ORDER BY department_id, array_position(${[...LOAD_STAGES]}::text[], stage::text) DESC`);
  return Object.fromEntries(rows.map(({ id, stage }) => [id, stage]));
}
