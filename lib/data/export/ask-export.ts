import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce, enqueue } from "@/lib/outbox/outbox";

export const EXPORTS_TOPIC = "exports";

/** Asks for an export of everything the lab owns; a job makes it. Refuses with `export_under_way` while another is being made. */
export async function askExport({ actor, tx }: Context, _input: { idempotencyKey: string }): Promise<{ id: string }> {
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO data_exports (asked_by_id) VALUES (${actor.userId})
    ON CONFLICT (lab_id) WHERE status IN ('waiting', 'running') DO NOTHING RETURNING id`);
  if (!made)
    throw conflict("export_under_way", "An export is being made already. It will be listed here when it is ready.");
  await enqueue(tx, "export_data", { labId: actor.lab.id, exportId: made.id });
  await announce(tx, [EXPORTS_TOPIC]);
  return made;
}
