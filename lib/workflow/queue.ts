import type { Actor } from "@/lib/access/actor";
import type { ItemApproval } from "@/lib/cases/approvals/queries";
import type { Arch, Material, ProcedureType, Stage, Urgency, WorkflowStatus } from "@/lib/cases/vocabulary";
import { emptySql, joinSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { QueueFilter, QueueKey } from "./queue-filter";

const QUEUE_PAGE = 50;

/** One item waiting or being worked on at a stage. `workingSeconds` leaves out the stretch that runs since `runningSince`. */
export type QueuedStage = {
  id: string;
  version: number;
  status: WorkflowStatus;
  attempt: number;
  assignedToId: string | null;
  assignedTo: string | null;
  procedureType: ProcedureType;
  arch: Arch | null;
  teeth: number[];
  material: Material | null;
  shade: string | null;
  /** How its design stands with the dentist, while it is at the design; null when nobody was asked. */
  approval: ItemApproval | null;
};

/** The items of one case at one stage, a line of the queue. Days are `YYYY-MM-DD`. */
export type QueuedWork = {
  caseId: string;
  number: string;
  stage: Stage;
  urgency: Urgency;
  shipBy: string;
  patient: string;
  practice: string;
  pan: string | null;
  stages: QueuedStage[];
};

export type QueuePage = { work: QueuedWork[]; next: QueueKey | null };

/** Rush comes before standard on the same day. */
const urgencyRank = sql`array_position('{emergency,rush,standard}'::text[], c.urgency::text)`;
const stageRank = sql`array_position('{impression_scan,design,milling,sintering,quality_control}'::text[], w.stage::text)`;

/** What stands at the bench: open attempts of the five made stages, of cases that are neither held nor cancelled. */
const atTheBench = sql`workflow_stages w JOIN cases c ON c.id = w.case_id
  WHERE w.status <> 'completed' AND w.stage = ANY('{impression_scan,design,milling,sintering,quality_control}'::text[])
    AND c.status NOT IN ('on_hold', 'cancelled', 'delivered')`;

type Whose = Pick<QueueFilter, "who" | "person" | "department">;

/**
 * Whose work: that of a person or a department named; else one's own with what waits for anyone of one's department, all of one's
 * department, or everyone's.
 */
function whose(actor: Actor, { who, person, department: named }: Whose): Sql {
  if (person) return sql`AND w.assigned_to_id = ${person}::uuid`;
  if (named) return sql`AND w.department_id = ${named}::uuid`;
  const department = sql`(SELECT department_id FROM staff_profiles WHERE user_id = ${actor.userId}::uuid)`;
  if (who === "mine")
    return sql`AND (w.assigned_to_id = ${actor.userId}::uuid
      OR (w.assigned_to_id IS NULL AND w.department_id = coalesce(${department}, w.department_id)))`;
  return who === "department" ? sql`AND w.department_id = ${department}` : emptySql;
}

/** A page of the bench queue, by ship-by day, then urgency, then case; at most 50 lines, the next page by key. */
export async function benchQueue(tx: Transaction, actor: Actor, filter: QueueFilter): Promise<QueuePage> {
  const conditions = [
    whose(actor, filter),
    filter.stage ? sql`AND w.stage = ${filter.stage}::text` : emptySql,
    filter.after
      ? sql`AND (c.ship_by, ${urgencyRank}, c.id, ${stageRank}) > (${filter.after.shipBy}::date, ${filter.after.urgency}::int, ${filter.after.caseId}::uuid, ${filter.after.stage}::int)`
      : emptySql,
  ];
  const rows = await tx.rows<QueuedWork & { key: QueueKey }>(sql`
    SELECT q."caseId", q.number, q.stage, q.urgency, q."shipBy", q.key, p.reference AS patient, r.name AS practice, n.code AS pan,
      (SELECT jsonb_agg(jsonb_build_object('id', w.id, 'version', w.version, 'status', w.status, 'attempt', w.attempt,
          'assignedToId', w.assigned_to_id, 'assignedTo', u.name, 'procedureType', i.procedure_type, 'arch', i.arch, 'material', i.material,
          'shade', i.shade, 'approval', CASE w.stage WHEN 'design' THEN (SELECT coalesce(a.decision::text, 'waiting')
            FROM design_approval_items x JOIN design_approvals a ON a.lab_id = x.lab_id AND a.id = x.approval_id
            WHERE x.lab_id = w.lab_id AND x.item_id = w.item_id AND a.decision IS DISTINCT FROM 'withdrawn'
            ORDER BY a.asked_at DESC LIMIT 1) END, 'teeth', ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id)) ORDER BY i.position)
        FROM workflow_stages w JOIN case_items i ON i.id = w.item_id LEFT JOIN users u ON u.id = w.assigned_to_id
        WHERE w.id = ANY(q.ids)) AS stages
    FROM (
      SELECT c.id AS "caseId", c.number, w.stage, c.urgency, c.ship_by AS "shipBy", c.patient_id, c.practice_id, c.pan_id, array_agg(w.id) AS ids,
        jsonb_build_object('shipBy', c.ship_by, 'urgency', ${urgencyRank}, 'caseId', c.id, 'stage', ${stageRank}) AS key
      FROM ${atTheBench} ${joinSql(conditions, " ")}
      GROUP BY c.id, w.stage, c.number, c.urgency, c.ship_by, c.patient_id, c.practice_id, c.pan_id
      ORDER BY c.ship_by, ${urgencyRank}, c.id, ${stageRank} LIMIT ${QUEUE_PAGE + 1}
    ) q
    JOIN patients p ON p.id = q.patient_id JOIN practices r ON r.id = q.practice_id LEFT JOIN pans n ON n.id = q.pan_id
    ORDER BY (q.key ->> 'shipBy'), (q.key ->> 'urgency')::int, q."caseId", (q.key ->> 'stage')::int`);
  const work = rows.slice(0, QUEUE_PAGE).map(({ key: _, ...line }) => line);
  return { work, next: rows.length > QUEUE_PAGE ? (rows[QUEUE_PAGE - 1]?.key ?? null) : null };
}

export type QueueCounts = { stages: Partial<Record<Stage, number>>; department: string | null };

/** How many cases stand at each stage of the queue, and the acting person's department, if they have one. */
export async function queueCounts(tx: Transaction, actor: Actor, filter: Whose): Promise<QueueCounts> {
  const rows = await tx.rows<{ stage: Stage; cases: number }>(sql`
    SELECT w.stage, count(DISTINCT w.case_id) AS cases FROM ${atTheBench} ${whose(actor, filter)} GROUP BY w.stage`);
  const department = await tx.row<{ name: string }>(sql`
    SELECT d.name FROM staff_profiles s JOIN departments d ON d.id = s.department_id WHERE s.user_id = ${actor.userId}::uuid`);
  return {
    stages: Object.fromEntries(rows.map(({ stage, cases }) => [stage, cases])),
    department: department?.name ?? null,
  };
}

/** Those whose work a queue can show, each with how many cases they have there. */
export type QueueSources = {
  people: { id: string; name: string; cases: number }[];
  departments: { id: string; name: string; cases: number }[];
};

/** The people and departments that have work at the bench, with the number of their cases. */
export async function queueSources(tx: Transaction): Promise<QueueSources> {
  const people = await tx.rows<{ id: string; name: string; cases: number }>(sql`
    SELECT u.id, u.name, q.cases FROM (SELECT w.assigned_to_id AS id, count(DISTINCT w.case_id)::int AS cases
      FROM ${atTheBench} AND w.assigned_to_id IS NOT NULL GROUP BY 1) q JOIN users u ON u.id = q.id ORDER BY u.name`);
  const departments = await tx.rows<{ id: string; name: string; cases: number }>(sql`
    SELECT d.id, d.name, q.cases FROM (SELECT w.department_id AS id, count(DISTINCT w.case_id)::int AS cases
      FROM ${atTheBench} AND w.department_id IS NOT NULL GROUP BY 1) q JOIN departments d ON d.id = q.id ORDER BY d.name`);
  return { people, departments };
}
