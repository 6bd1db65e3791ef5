import { STAGES, type Stage } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type LateFacts, whyLate } from "./why-late";

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
      ${today}::date - c.ship_by AS "daysLate", w.stage, w.status AS "stageStatus", w.attempt, reason_words(w.reason_id) AS "blockReason", h.label AS "holdReason",
      extract(day FROM now() - w.queued_at)::int AS "daysAtStage", s.setbacks,
      coalesce(c.received_at - c.submitted_at > interval '1 day', true) AS "receivedLate"
    FROM (SELECT * FROM cases WHERE ship_by < ${today}::date AND status NOT IN ('delivered', 'cancelled') AND deleted_at IS NULL
      ORDER BY ship_by, id LIMIT 50) c
    JOIN practices p ON p.lab_id = c.lab_id AND p.id = c.practice_id
    JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
    JOIN LATERAL (SELECT * FROM workflow_stages x WHERE x.lab_id = c.lab_id AND x.case_id = c.id AND x.status <> 'completed'
      ORDER BY array_position(${STAGES as unknown as string[]}::text[], x.stage::text), x.queued_at LIMIT 1) w ON true
    LEFT JOIN LATERAL (SELECT coalesce(reason_words(x.reason_id), x.note) AS label FROM holds x
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
