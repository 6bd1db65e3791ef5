import type { Context } from "@/lib/access/action";
import { caseStatusOf } from "@/lib/cases/status";
import type { CaseStatus } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { UseOptions } from "@/lib/inventory/use/plan-stages";
import { takeMaterials } from "@/lib/inventory/use/take-materials";
import { enqueueEach } from "@/lib/outbox/outbox";
import { closeEntries, type MovedStage } from "./clock";
import type { LockedMove, LockedStage } from "./lock-stages";
import type { RouteStage } from "./route";

export type Finished = {
  stage: LockedStage;
  outcome: "passed" | "failed" | "sent_back";
  /** The stage whose next attempt opens. */
  next: RouteStage;
  reasonId?: string;
  note?: string;
};

/**
 * Ends attempts and opens the next one of each item: time entries closed, then, in one statement, summed, the item moved on
 * (`finished` once it waits for delivery) and the status of its case settled. The caller has locked them with `lockForMove`.
 * Times are the statement's own, after the lock, so that they never run backwards. Every way that a stage is completed comes through here:
 * what a passed one uses is taken out of the stock in the same breath, refusing as `takeMaterials` does, and the statement of the device is
 * issued once an item is finished. Answers the ended attempts as
 * they are now.
 */
export async function finishAttempts(
  context: Context,
  cases: LockedMove["cases"],
  finished: Finished[],
  use: UseOptions = {},
): Promise<MovedStage[]> {
  const { actor, tx } = context;
  const completed = finished.filter(({ outcome }) => outcome === "passed");
  await takeMaterials(
    context,
    completed.map(({ stage }) => stage),
    use,
  );
  await closeEntries(
    { tx },
    finished.map(({ stage }) => stage.id),
  );
  const ready = completed.filter(({ next }) => next.stage === "delivery").map(({ stage }) => stage.caseId);
  if (ready.length > 0)
    await enqueueEach(
      tx,
      "issue_statement",
      [...new Set(ready)].map((caseId) => ({ labId: actor.lab.id, caseId })),
    );
  const moves = finished.map(({ stage, outcome, next, reasonId, note }) => ({
    id: stage.id,
    item: stage.itemId,
    of_case: stage.caseId,
    outcome,
    reason: reasonId ?? null,
    note: note ?? null,
    next: next.stage,
    department: next.departmentId,
  }));
  const settled = cases.map(({ id }) => ({ id, status: statusAfter(id, finished) }));
  return tx.rows<MovedStage>(sql`
    WITH m AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
        AS x(id uuid, item uuid, of_case uuid, outcome text, reason uuid, note text, next text, department uuid)
    ), done AS (
      UPDATE workflow_stages w SET status = 'completed', outcome = m.outcome, completed_at = statement_timestamp(),
        completed_by_id = ${actor.userId}, reason_id = m.reason, reason_note = m.note,
        working_seconds = stage_working_seconds(w.id, statement_timestamp()), machine_seconds = stage_machine_seconds(w.id, statement_timestamp())
      FROM m WHERE w.id = m.id RETURNING w.id, w.version
    ), opened AS (
      INSERT INTO workflow_stages (case_id, item_id, stage, department_id, queued_at, attempt)
      SELECT m.of_case, m.item, m.next, m.department, statement_timestamp(),
        1 + coalesce((SELECT max(w.attempt) FROM workflow_stages w WHERE w.item_id = m.item AND w.stage = m.next), 0)
      FROM m JOIN done ON done.id = m.id
    ), items AS (
      UPDATE case_items i SET stage = m.next, status = CASE m.next WHEN 'delivery' THEN 'finished' ELSE 'in_production' END,
        finished_at = CASE m.next WHEN 'delivery' THEN statement_timestamp() END
      FROM m WHERE i.id = m.item
    ), settled AS (
      UPDATE cases c SET status = s.status FROM jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) AS s(id uuid, status text)
      WHERE c.id = s.id AND c.status <> s.status
    )
    SELECT id, version FROM done`);
}

/** What a case's status comes to once these attempts are finished. A delivered item stays delivered whatever moves beside it. */
function statusAfter(caseId: string, finished: Finished[]): CaseStatus {
  const ofCase = finished.filter(({ stage }) => stage.caseId === caseId);
  const nextOf = new Map(ofCase.map(({ stage, next }) => [stage.itemId, next.stage]));
  const items = (ofCase[0]?.stage.siblings ?? []).map((item) => {
    const next = nextOf.get(item.id);
    return next ? { stage: next, status: "in_production" as const } : item;
  });
  return caseStatusOf(items, false);
}
