import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";

/**
 * Puts a file of a draft away; only who added it may, and only before the draft is sent. `restoreFile` takes it back.
 * Refuses with `not_found` for any other.
 */
export async function removeFile(context: Context, { id }: { id: string }): Promise<{ id: string }> {
  return setDeleted(context, id, true);
}

/** Takes a removed file of a draft back; refuses with `not_found` when it is not the actor's or the draft was sent. */
export async function restoreFile(context: Context, { id }: { id: string }): Promise<{ id: string }> {
  return setDeleted(context, id, false);
}

async function setDeleted({ actor, tx }: Context, id: string, deleted: boolean): Promise<{ id: string }> {
  await tx.includeDeleted();
  const touched = await tx.execute(sql`
    UPDATE case_files f SET deleted_at = CASE WHEN ${deleted}::boolean THEN now() END
    WHERE f.id = ${id} AND f.uploaded_by_id = ${actor.userId} AND f.case_id IS NULL AND (f.deleted_at IS NULL) = ${deleted}::boolean
      AND EXISTS (SELECT FROM case_drafts d WHERE d.id = f.draft_id AND d.submitted_case_id IS NULL)`);
  if (touched === 0) throw notFound("file");
  return { id };
}
