import { STAGES, type Stage, type Urgency } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LateFacts, whyLate } from "./why-late";

/** A case at a stage, as a card of the board. Days are `YYYY-MM-DD`. */
export type BoardCard = {
  caseId: string;
  number: string;
  practice: string;
  urgency: Urgency;
  shipBy: string;
  items: number;
  units: number;
  status: "pending" | "in_progress" | "blocked" | "on_hold";
  onHold: boolean;
  people: string[];
};

export type BoardColumn = {
  stage: Stage;
  items: number;
  cases: number;
  working: number;
  late: number;
  today: number;
  cards: BoardCard[];
};

/** How many cards a column shows; the rest are behind its count. */
const BOARD_CARDS = 12;

/**
 * The seven stages with what stands at each: items, cases, how many are in work, past their ship-by day, or to ship on `today`
 * (the lab's day), and the cases that must leave first. A case with items at two stages is in both.
 */
export async function boardColumns(tx: Transaction, today: string): Promise<BoardColumn[]> {
  const found = await tx.rows<Omit<BoardColumn, "cards"> & { cards: BoardCard[] | null }>(sql`
    WITH open AS (
      SELECT w.stage, w.case_id, count(*)::int AS items, sum(i.units)::int AS units,
        CASE WHEN bool_or(w.status = 'in_progress') THEN 'in_progress' WHEN bool_or(w.status = 'blocked') THEN 'blocked' ELSE min(w.status) END AS status,
        array_remove(array_agg(DISTINCT u.name), NULL) AS people
      FROM workflow_stages w JOIN case_items i ON i.lab_id = w.lab_id AND i.id = w.item_id
      LEFT JOIN users u ON u.id = w.assigned_to_id
      WHERE w.status <> 'completed' AND w.deleted_at IS NULL GROUP BY 1, 2
    ), ranked AS (
      SELECT o.*, c.number, c.urgency, c.ship_by, c.status = 'on_hold' AS on_hold, p.name AS practice,
        row_number() OVER (PARTITION BY o.stage ORDER BY c.ship_by, c.urgency = 'standard', c.number) AS rank
      FROM open o JOIN cases c ON c.id = o.case_id JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
    )
    SELECT stage, sum(items)::int AS items, count(*)::int AS cases, count(*) FILTER (WHERE status = 'in_progress')::int AS working,
      count(*) FILTER (WHERE ship_by < ${today}::date)::int AS late, count(*) FILTER (WHERE ship_by = ${today}::date)::int AS today,
      json_agg(json_build_object('caseId', case_id, 'number', number, 'practice', practice, 'urgency', urgency, 'shipBy', ship_by, 'items', items,
        'units', units, 'status', status, 'onHold', on_hold, 'people', people) ORDER BY rank) FILTER (WHERE rank <= ${BOARD_CARDS}) AS cards
    FROM ranked GROUP BY stage`);
  return STAGES.map((stage) => {
    const column = found.find((c) => c.stage === stage);
    return column
      ? { ...column, cards: column.cards ?? [] }
      : { stage, items: 0, cases: 0, working: 0, late: 0, today: 0, cards: [] };
  });
}

export type LateCase = {
  caseId: string;
  number: string;
  practice: string;
  dentist: string;
  shipBy: string;
  dueOn: string;
  daysLate: number;
  stage: Stage;
  why: string;
};

/** The open cases past their ship-by day, the latest first, at most 50, each with why. `today` is the lab's day. */
export async function lateCases(tx: Transaction, today: string): Promise<LateCase[]> {
  const found = await tx.rows<Omit<LateCase, "why"> & LateFacts>(sql`
    SELECT c.id AS "caseId", c.number, p.name AS practice, d.full_name AS dentist, c.ship_by AS "shipBy", c.due_on AS "dueOn",
      ${today}::date - c.ship_by AS "daysLate", w.stage, w.status AS "stageStatus", w.attempt, b.label AS "blockReason", h.label AS "holdReason",
      extract(day FROM now() - w.queued_at)::int AS "daysAtStage", s.setbacks,
      coalesce(c.received_at - c.submitted_at > interval '1 day', true) AS "receivedLate"
    FROM (SELECT * FROM cases WHERE ship_by < ${today}::date AND status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL
      ORDER BY ship_by, id LIMIT 50) c
    JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
    JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
    JOIN LATERAL (SELECT * FROM workflow_stages x WHERE x.lab_id = c.lab_id AND x.case_id = c.id AND x.status <> 'completed'
      ORDER BY array_position(${STAGES as unknown as string[]}::text[], x.stage::text), x.queued_at LIMIT 1) w ON true
    LEFT JOIN reasons b ON b.lab_id = c.lab_id AND b.id = w.reason_id
    LEFT JOIN LATERAL (SELECT coalesce(r.label, x.note) AS label FROM holds x LEFT JOIN reasons r ON r.lab_id = x.lab_id AND r.id = x.reason_id
      WHERE x.lab_id = c.lab_id AND x.case_id = c.id AND x.released_at IS NULL) h ON true
    CROSS JOIN LATERAL (SELECT count(*)::int AS setbacks FROM workflow_stages x
      WHERE x.lab_id = c.lab_id AND x.case_id = c.id AND x.outcome IN ('failed', 'sent_back')) s
    ORDER BY c.ship_by, c.id`);
  return found.map((row) => ({
    caseId: row.caseId,
    number: row.number,
    practice: row.practice,
    dentist: row.dentist,
    shipBy: row.shipBy,
    dueOn: row.dueOn,
    daysLate: row.daysLate,
    stage: row.stage,
    why: whyLate(row),
  }));
}

export type OpenCases = { open: number; late: number; today: number; ready: number; onHold: number };

/** How many cases are open, past their ship-by day, to ship on `today` (and ready among those), and on hold. */
export async function openCases(tx: Transaction, today: string): Promise<OpenCases> {
  const counted = await tx.row<OpenCases>(sql`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE ship_by < ${today}::date)::int AS late,
      count(*) FILTER (WHERE ship_by = ${today}::date)::int AS today,
      count(*) FILTER (WHERE ship_by = ${today}::date AND status = 'ready')::int AS ready,
      count(*) FILTER (WHERE status = 'on_hold')::int AS "onHold"
    FROM cases WHERE status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL`);
  return counted as OpenCases;
}
