import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { log } from "@/lib/log";

/**
 * Has a failed job begin again at once, or takes it out of the queue: the lab's own or one of the installation. Refuses with `not_found`
 * for any other, and for one that did not fail. Answers the job's name and what was done.
 */
export async function changeJob(
  { actor, tx }: Context,
  { id, change }: { id: string; change: "retry" | "remove" },
): Promise<{ task: string; change: "retry" | "remove" }> {
  const found = await tx.row<{ task: string | null }>(
    sql`SELECT operations_change_job(${id}::bigint, ${change}) AS task`,
  );
  if (!found?.task) throw notFound("failed job");
  log.info({ job: id, task: found.task, change, userId: actor.userId }, "a failed job was changed");
  return { task: found.task, change };
}
