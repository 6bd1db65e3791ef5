import type { NamedItem } from "@/lib/cases/item-name";
import { STAGES, type Stage, type Urgency } from "@/lib/cases/vocabulary";
import { emptySql, joinSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CardStage } from "@/lib/workflow/board-drop";
import { earlierStages, nextStage, type RouteStage } from "@/lib/workflow/route";
import type { BoardFilter } from "./board-filter";

export type BoardStage = Omit<CardStage, "item"> & NamedItem;

/** A case at a stage, as a card of the board. Days are `YYYY-MM-DD`. */
export type BoardCard = {
  caseId: string;
  number: string;
  practice: string;
  urgency: Urgency;
  shipBy: string;
  units: number;
  status: "pending" | "in_progress" | "blocked" | "on_hold";
  onHold: boolean;
  /** Who works on it right now. */
  people: string[];
  stages: BoardStage[];
  /** It stands where it was dropped, and the answer is awaited: until then it cannot be carried on. */
  moving?: true;
};

export type BoardColumn = {
  stage: Stage;
  items: number;
  units: number;
  cases: number;
  working: number;
  late: number;
  today: number;
  /** Units a day that the departments of the stage can do; null where none is said. */
  capacity: number | null;
  cards: BoardCard[];
};

/** How many cards a column shows at first, and how many when all are asked for. */
const FEW = 12;
const MANY = 250;

const NOTHING: BoardFilter = { department: null, person: null, practice: null, urgency: null, late: false, more: [] };

/**
 * The seven stages with what stands at each: items, units, cases, how many are in work, past their ship-by day, or to ship on `today`
 * (the lab's day), the capacity, and the cases that must leave first. A case with items at two stages is in both. The filter narrows
 * cards and counts alike. The laterals look each open attempt's case and item up by key: what is open is little beside what is done.
 */
export async function boardColumns(
  tx: Transaction,
  today: string,
  filter: BoardFilter = NOTHING,
): Promise<BoardColumn[]> {
  const conditions = [
    filter.department ? sql`AND w.department_id = ${filter.department}::uuid` : emptySql,
    filter.person ? sql`AND w.assigned_to_id = ${filter.person}::uuid` : emptySql,
    filter.practice ? sql`AND c.practice_id = ${filter.practice}::uuid` : emptySql,
    filter.urgency ? sql`AND c.urgency = ${filter.urgency}::text` : emptySql,
    filter.late ? sql`AND c.ship_by < ${today}::date` : emptySql,
  ];
  const found = await tx.rows<
    Omit<BoardColumn, "cards" | "capacity"> & { cards: Omit<BoardCard, "stages">[] | null }
  >(sql`
    WITH open AS (
      SELECT w.stage, w.case_id, c.number, c.urgency, c.ship_by, c.status = 'on_hold' AS on_hold, c.practice_id, count(*)::int AS items,
        sum(i.units)::int AS units, coalesce(array_agg(DISTINCT w.assigned_to_id) FILTER (WHERE w.status = 'in_progress'), '{}') AS people,
        CASE WHEN bool_or(w.status = 'in_progress') THEN 'in_progress' WHEN bool_or(w.status = 'blocked') THEN 'blocked' ELSE min(w.status) END AS status
      FROM workflow_stages w
      JOIN LATERAL (SELECT number, urgency, ship_by, status, practice_id FROM cases x WHERE x.lab_id = w.lab_id AND x.id = w.case_id LIMIT 1) c ON true
      JOIN LATERAL (SELECT units FROM case_items x WHERE x.lab_id = w.lab_id AND x.id = w.item_id LIMIT 1) i ON true
      WHERE w.status <> 'completed' AND w.deleted_at IS NULL ${joinSql(conditions, " ")} GROUP BY 1, 2, 3, 4, 5, 6, 7
    ), ranked AS (
      SELECT o.*, row_number() OVER (PARTITION BY o.stage ORDER BY o.ship_by, o.urgency = 'standard', o.number) AS rank FROM open o
    )
    SELECT stage, sum(items)::int AS items, sum(units)::int AS units, count(*)::int AS cases, count(*) FILTER (WHERE status = 'in_progress')::int AS working,
      count(*) FILTER (WHERE ship_by < ${today}::date)::int AS late, count(*) FILTER (WHERE ship_by = ${today}::date)::int AS today,
      json_agg(json_build_object('caseId', case_id, 'number', number, 'practice', (SELECT name FROM practices p WHERE p.id = practice_id), 'urgency', urgency,
        'shipBy', ship_by, 'units', units, 'status', status, 'onHold', on_hold, 'people', ARRAY(SELECT name FROM users u WHERE u.id = ANY(people))) ORDER BY rank)
        FILTER (WHERE rank <= CASE WHEN stage = ANY(${filter.more}::text[]) THEN ${MANY}::int ELSE ${FEW}::int END) AS cards
    FROM ranked GROUP BY stage`);
  const capacity = await capacities(tx);
  const stages = await stagesOf(tx, [
    ...new Set(found.flatMap(({ cards }) => (cards ?? []).map(({ caseId }) => caseId))),
  ]);
  return STAGES.map((stage) => {
    const column = found.find((c) => c.stage === stage);
    const cards = (column?.cards ?? []).map((card) => ({
      ...card,
      stages: stages.get(`${card.caseId} ${stage}`) ?? [],
    }));
    const none = { items: 0, units: 0, cases: 0, working: 0, late: 0, today: 0 };
    return { ...none, ...column, stage, capacity: capacity.get(stage) ?? null, cards };
  });
}

async function capacities(tx: Transaction): Promise<Map<Stage, number>> {
  const rows = await tx.rows<{ stage: Stage; units: number }>(sql`
    SELECT s.stage, sum(d.daily_capacity_units)::int AS units
    FROM (SELECT DISTINCT stage, department_id FROM workflow_template_stages WHERE department_id IS NOT NULL) s
    JOIN departments d ON d.id = s.department_id WHERE d.daily_capacity_units IS NOT NULL GROUP BY 1`);
  return new Map(rows.map(({ stage, units }) => [stage, units]));
}

type StageRow = Omit<BoardStage, "next" | "earlier"> & { caseId: string; stage: Stage; route: RouteStage[] };

/** What the cards of these cases can be moved by, under "case stage". */
async function stagesOf(tx: Transaction, caseIds: string[]): Promise<Map<string, BoardStage[]>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.rows<StageRow>(sql`
    SELECT w.id, w.version, w.case_id AS "caseId", w.stage, w.status, w.assigned_to_id AS "assignedToId", i.procedure_type AS "procedureType", i.arch,
      EXISTS (SELECT FROM design_approval_items x WHERE x.lab_id = w.lab_id AND x.item_id = w.item_id AND x.is_open) AS "waitsForApproval",
      ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id ORDER BY t.tooth) AS teeth,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', r.stage, 'departmentId', r.department_id) ORDER BY r.position), '[]')
        FROM workflow_template_stages r WHERE r.template_id = i.template_id) AS route
    FROM workflow_stages w JOIN case_items i ON i.id = w.item_id
    WHERE w.case_id = ANY(${caseIds}::uuid[]) AND w.status <> 'completed' ORDER BY i.position`);
  const of = new Map<string, BoardStage[]>();
  for (const { caseId, stage, route, ...row } of rows) {
    const key = `${caseId} ${stage}`;
    const earlier = earlierStages(route, stage).map((each) => each.stage);
    of.set(key, [...(of.get(key) ?? []), { ...row, next: nextStage(route, stage)?.stage ?? null, earlier }]);
  }
  return of;
}
