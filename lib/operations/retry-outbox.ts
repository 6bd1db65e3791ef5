import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";

/** Has what failed to be handed over of a topic tried again at once: the lab's own and the installation's. Answers how many rows. */
export async function retryOutbox({ tx }: Context, { topic }: { topic: string }): Promise<{ rows: number }> {
  const row = await tx.row<{ rows: number }>(sql`SELECT operations_retry_outbox(${topic}) AS rows`);
  return { rows: row?.rows ?? 0 };
}
