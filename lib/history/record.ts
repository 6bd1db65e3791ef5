import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CaseEvents } from "./events";

/** Whom a line of the timeline is for: the lab alone, or the practice too. */
export type EventAudience = "internal" | "shared";

/**
 * Adds a line to a case's timeline. The actor's name is kept with it, so that a practice can read it without seeing the lab's
 * people and it stays true when someone leaves. `audience` defaults to `internal`.
 */
export async function recordEvent<Kind extends keyof CaseEvents>(
  { actor, tx }: { actor: Actor; tx: Transaction },
  event: { caseId: string; itemId?: string; kind: Kind; data: CaseEvents[Kind]; audience?: EventAudience },
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO case_events (case_id, item_id, kind, audience, data, actor_id, actor_name)
    VALUES (${event.caseId}, ${event.itemId ?? null}, ${event.kind}, ${event.audience ?? "internal"}, ${JSON.stringify(event.data)}::jsonb,
      ${actor.userId}, ${actor.name})`);
}
