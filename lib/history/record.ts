import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CaseEvents } from "./events";

/** Whom a line of the timeline is for: the lab alone, or the practice too. */
export type EventAudience = "internal" | "shared";

export type CaseEvent<Kind extends keyof CaseEvents> = {
  caseId: string;
  itemId?: string;
  kind: Kind;
  data: CaseEvents[Kind];
  audience?: EventAudience;
};

/**
 * Adds a line to a case's timeline. The actor's name is kept with it, so that a practice can read it without seeing the lab's
 * people and it stays true when someone leaves. `audience` defaults to `internal`.
 */
export function recordEvent<Kind extends keyof CaseEvents>(
  context: { actor: Actor; tx: Transaction },
  event: CaseEvent<Kind>,
): Promise<void> {
  return recordEvents(context, [event]);
}

/** As `recordEvent`, for the timelines of many cases in one go. */
export async function recordEvents<Kind extends keyof CaseEvents>(
  { actor, tx }: { actor: Actor; tx: Transaction },
  events: readonly CaseEvent<Kind>[],
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO case_events (case_id, item_id, kind, audience, data, actor_id, actor_name)
    SELECT "caseId", "itemId", kind, coalesce(audience, 'internal'), data, ${actor.userId}::uuid, ${actor.name}::text
    FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) x("caseId" uuid, "itemId" uuid, kind text, audience text, data jsonb)`);
}
