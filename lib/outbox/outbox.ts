import { joinSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/**
 * Writes effects outside the database with the change that causes them; the relay hands them on after commit.
 * `live` tells open screens what changed; any other topic is the name of a job with its payload (lib/jobs/tasks.ts).
 */
export async function enqueue(tx: Transaction, topic: string, payload: Record<string, unknown>): Promise<void> {
  await tx.execute(
    sql`INSERT INTO outbox (lab_id, topic, payload) VALUES (app_lab_id(), ${topic}, ${JSON.stringify(payload)}::jsonb)`,
  );
}

/** As `enqueue`, a job for each payload in one go, begun so many seconds from now at the earliest. */
export async function enqueueEach(
  tx: Transaction,
  topic: string,
  payloads: readonly Record<string, unknown>[],
  delaySeconds = 0,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO outbox (lab_id, topic, payload, available_at)
    SELECT app_lab_id(), ${topic}::text, value, now() + make_interval(secs => ${delaySeconds}::int) FROM jsonb_array_elements(${JSON.stringify(payloads)}::jsonb)`);
}

/**
 * Tells the screens that watch any of `topics` (`case:<id>`, `queue`, `board`, `route:<id>`, `invoice:<id>` …) to read again.
 * A practice's screens hear it only when `practiceId` is theirs; without one, only the lab's people and drivers do.
 */
export async function announce(tx: Transaction, topics: string[], practiceId?: string): Promise<void> {
  const rows = topics.map(
    (topic) =>
      sql`(app_lab_id(), 'live', jsonb_build_object('labId', app_lab_id(), 'topic', ${topic}::text, 'practiceId', ${practiceId ?? null}::text))`,
  );
  await tx.execute(sql`INSERT INTO outbox (lab_id, topic, payload) VALUES ${joinSql(rows)}`);
}
