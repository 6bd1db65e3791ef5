import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CaseEventKind, CaseEvents } from "./events";
import type { EventAudience } from "./record";

export const TIMELINE_MOST = 200;
const EXCERPT = 120;

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

/** What happened to a case, newest first, at most `latest` lines; a practice gets the shared ones. */
export async function timelineOf(tx: Transaction, caseId: string, latest = TIMELINE_MOST): Promise<TimelineEvent[]> {
  return tx.rows<TimelineEvent>(sql`
    SELECT e.id, e.kind, CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('excerpt',
        CASE WHEN length(n.body) > ${EXCERPT} THEN left(n.body, ${EXCERPT - 1}) || '…' ELSE n.body END) ELSE e.data END AS data, e.audience, e.actor_name AS "actorName", p.name AS colleague, e.occurred_at AS "occurredAt"
    FROM case_events e LEFT JOIN practice_people() p ON p.user_id = e.actor_id
    LEFT JOIN case_notes n ON e.kind = 'note_added' AND n.lab_id = e.lab_id AND n.id = (e.data ->> 'noteId')::uuid
    WHERE e.case_id = ${caseId} AND (e.kind <> 'note_added' OR n.id IS NOT NULL OR NOT e.data ? 'noteId') ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${latest}`);
}

export type HoldAsked = CaseEvents["held"] & { caseId: string; heldAt: Date };

/** Why each of these cases was last put on hold and what is asked, in the words its practice was told. */
export async function lastHolds(tx: Transaction, caseIds: readonly string[]): Promise<HoldAsked[]> {
  const found = await tx.rows<{ caseId: string; data: CaseEvents["held"]; heldAt: Date }>(sql`
    SELECT DISTINCT ON (case_id) case_id AS "caseId", data, occurred_at AS "heldAt" FROM case_events
    WHERE case_id = ANY (${[...caseIds]}::uuid[]) AND kind = 'held' ORDER BY case_id, occurred_at DESC, id DESC`);
  return found.map(({ data, ...rest }) => ({ ...data, ...rest }));
}
