import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type Counted, type Due, dueOf } from "./due";

/** A plan of maintenance of a machine, with when it falls due and the standstill that is planned for it next. */
export type Plan = Counted & {
  id: string;
  equipmentId: string;
  machine: string;
  machineName: string;
  department: string;
  name: string;
  instructions: string | null;
  countsFrom: string;
  lastDone: string | null;
  plannedFrom: Date | null;
  due: Due;
};

/** The plans of one machine, or of all that are in use, the most urgent first (`today`: the lab's day); at most 300. */
export async function listPlans(tx: Transaction, today: string, equipmentId: string | null = null): Promise<Plan[]> {
  const rows = await tx.rows<Omit<Plan, "due">>(sql`
    SELECT p.id, p.equipment_id AS "equipmentId", e.code AS machine, e.name AS "machineName", d.name AS department, p.name, p.instructions, p.every, p.unit,
      p.counts_from AS "countsFrom", p.warn_days AS "warnDays", l.on AS "lastDone", greatest(p.counts_from, l.on) AS since,
      coalesce(u.run_seconds, 0)::float AS "runSeconds", coalesce(u.cycles, 0) AS cycles,
      (SELECT min(t.started_at) FROM equipment_downtimes t WHERE t.maintenance_plan_id = p.id AND t.planned AND t.ended_at > now()) AS "plannedFrom"
    FROM maintenance_plans p JOIN department_equipment e ON e.id = p.equipment_id JOIN departments d ON d.id = e.department_id
    LEFT JOIN LATERAL (SELECT max(m.done_on) AS on FROM maintenance_log m WHERE m.maintenance_plan_id = p.id) l ON true
    LEFT JOIN LATERAL machine_use(e.id, greatest(p.counts_from, l.on)) u ON p.unit IN ('run_hours', 'cycles')
    WHERE CASE WHEN ${equipmentId}::uuid IS NULL THEN e.status <> 'decommissioned' ELSE e.id = ${equipmentId}::uuid END
    ORDER BY e.code, p.name, p.id LIMIT 300`);
  const urgency = { overdue: 0, due: 1, later: 2 };
  return rows
    .map((plan) => ({ ...plan, due: dueOf(plan, today) }))
    .sort(
      (a, b) => urgency[a.due.state] - urgency[b.due.state] || (a.due.on ?? "9999").localeCompare(b.due.on ?? "9999"),
    );
}

/** A line of a machine's log; `cost` a decimal string in the lab's currency. */
export type LogEntry = {
  id: string;
  doneOn: string;
  what: string;
  doneBy: string;
  parts: string | null;
  cost: string;
  plan: string | null;
  recordedBy: string | null;
  files: { id: string; name: string }[];
};

/** What was done to a machine, the latest first; at most 50. */
export const logOf = (tx: Transaction, equipmentId: string): Promise<LogEntry[]> =>
  tx.rows<LogEntry>(sql`
    SELECT m.id, m.done_on AS "doneOn", m.what, m.done_by AS "doneBy", m.parts, m.cost::text AS cost,
      (SELECT name FROM maintenance_plans p WHERE p.id = m.maintenance_plan_id) AS plan, (SELECT name FROM users WHERE id = m.recorded_by_id) AS "recordedBy",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.created_at), '[]') FROM equipment_files f
        WHERE f.maintenance_log_id = m.id) AS files
    FROM maintenance_log m WHERE m.equipment_id = ${equipmentId} ORDER BY m.done_on DESC, m.id DESC LIMIT 50`);
