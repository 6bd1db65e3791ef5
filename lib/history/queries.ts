import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CaseEventKind, CaseEvents } from "./events";
import type { EventAudience } from "./record";

export const TIMELINE_MOST = 200;

/** A line of a timeline. `colleague` is set when the reader acts for a practice and someone of that practice did it. */
export type TimelineEvent = {
  [Kind in CaseEventKind]: {
    id: string;
    kind: Kind;
    data: CaseEvents[Kind];
    audience: EventAudience;
    actorName: string;
    colleague: string | null;
    occurredAt: Date;
  };
}[CaseEventKind];

/** What happened to a case, newest first, at most 200 lines; a practice gets the shared ones. */
export async function timelineOf(tx: Transaction, caseId: string): Promise<TimelineEvent[]> {
  return tx.rows<TimelineEvent>(sql`
    SELECT e.id, e.kind, e.data, e.audience, e.actor_name AS "actorName", p.name AS colleague, e.occurred_at AS "occurredAt"
    FROM case_events e LEFT JOIN practice_people() p ON p.user_id = e.actor_id
    WHERE e.case_id = ${caseId} ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${TIMELINE_MOST}`);
}

export type HoldAsked = CaseEvents["held"] & { caseId: string; heldAt: Date };

/** Why each of these cases was last put on hold and what is asked, in the words its practice was told. */
export async function lastHolds(tx: Transaction, caseIds: readonly string[]): Promise<HoldAsked[]> {
  const found = await tx.rows<{ caseId: string; data: CaseEvents["held"]; heldAt: Date }>(sql`
    SELECT DISTINCT ON (case_id) case_id AS "caseId", data, occurred_at AS "heldAt" FROM case_events
    WHERE case_id = ANY (${[...caseIds]}::uuid[]) AND kind = 'held' ORDER BY case_id, occurred_at DESC, id DESC`);
  return found.map(({ data, ...rest }) => ({ ...data, ...rest }));
}
