import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { StoreName } from "@/lib/files/store";
import { announce, enqueue } from "@/lib/outbox/outbox";
import { EXPORTS_TOPIC } from "./ask-export";

type Gone = { store: StoreName; key: string };

/** Has the archives of a lab go whose time is over. Run by the hour; a second run finds nothing. */
export async function expireExports({ actor, tx }: Context): Promise<void> {
  const gone = await tx.rows<Gone>(sql`
    WITH due AS (SELECT id, store, store_key FROM data_exports WHERE status = 'ready' AND expires_at <= now() FOR UPDATE),
      done AS (UPDATE data_exports e SET status = 'expired', store = NULL, store_key = NULL FROM due WHERE e.id = due.id)
    SELECT store, store_key AS key FROM due`);
  if (gone.length === 0) return;
  await enqueue(tx, "remove_contents", { labId: actor.lab.id, contents: gone });
  await announce(tx, [EXPORTS_TOPIC]);
}

/** Removes one archive before its time. Refuses with `not_found`. */
export async function removeExport({ actor, tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  const gone = await tx.row<Gone>(
    sql`SELECT store, store_key AS key FROM data_exports WHERE id = ${id} AND status = 'ready' FOR UPDATE`,
  );
  if (!gone) throw notFound("export");
  await tx.execute(sql`UPDATE data_exports SET status = 'expired', store = NULL, store_key = NULL WHERE id = ${id}`);
  await enqueue(tx, "remove_contents", { labId: actor.lab.id, contents: [gone] });
  await announce(tx, [EXPORTS_TOPIC]);
  return { id };
}
