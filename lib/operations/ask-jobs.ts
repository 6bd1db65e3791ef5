import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { enqueue } from "@/lib/outbox/outbox";
import { underWay } from "./queries";

type Asked = { idempotencyKey: string };

/** Asks for a backup of the installation now, by job. Refuses with `backup_under_way` while one is being made or waits. */
export async function askBackup({ tx }: Context, _input: Asked): Promise<{ asked: true }> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('ask_backup', 0))`);
  if (await underWay(tx))
    throw conflict("backup_under_way", "A backup is being made already. It will be listed here when it is good.");
  await enqueue(tx, "back_up", { asked: true });
  return { asked: true };
}

/** Asks for all report views to be refreshed now, by job. */
export async function askRefresh({ tx }: Context, _input: Asked): Promise<{ asked: true }> {
  await enqueue(tx, "refresh_reports", {});
  return { asked: true };
}
