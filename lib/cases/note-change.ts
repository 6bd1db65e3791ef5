import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { changeNoteSchema, noteRefSchema } from "./record-schema";
import { tellScreens } from "./tell-screens";

/** How long its author may change or remove a note, in hours; others have read it by then. */
export const NOTE_CHANGEABLE_HOURS = 24;

/** Changes one's own note. Refuses with `not_found`, `not_yours` and `too_late`. */
export async function changeNote(context: Context, input: z.output<typeof changeNoteSchema>): Promise<null> {
  return onOwnNote(context, input.noteId, false, async ({ tx }) => {
    await tx.execute(sql`UPDATE case_notes SET body = ${input.body}, edited_at = now() WHERE id = ${input.noteId}`);
  });
}

/** Removes one's own note, from the timeline too; `restoreNote` brings it back. Refuses as `changeNote` does. */
export async function removeNote(context: Context, { noteId }: z.output<typeof noteRefSchema>): Promise<null> {
  return onOwnNote(context, noteId, false, async ({ tx }) => {
    await tx.includeDeleted();
    await tx.execute(sql`UPDATE case_notes SET deleted_at = now() WHERE id = ${noteId}`);
  });
}

/** Brings one's own removed note back. Refuses as `changeNote` does. */
export async function restoreNote(context: Context, { noteId }: z.output<typeof noteRefSchema>): Promise<null> {
  return onOwnNote(context, noteId, true, async ({ tx }) => {
    await tx.execute(sql`UPDATE case_notes SET deleted_at = NULL WHERE id = ${noteId}`);
  });
}

type Own = { caseId: string; practiceId: string; audience: "internal" | "shared"; own: boolean; late: boolean };

/**
 * Does something with a note after finding it to be the actor's own and young enough. A practice's people write it with the lab's
 * rights, for what is theirs was decided here.
 */
async function onOwnNote(
  context: Context,
  noteId: string,
  removed: boolean,
  change: (context: Context) => Promise<void>,
): Promise<null> {
  const { actor, tx } = context;
  return tx.withLabRights(async () => {
    if (removed) await tx.includeDeleted();
    const note = await tx.row<Own>(sql`
      SELECT n.case_id AS "caseId", c.practice_id AS "practiceId", n.audience, n.author_id = ${actor.userId} AS own,
        n.created_at < now() - make_interval(hours => ${NOTE_CHANGEABLE_HOURS}) AS late
      FROM case_notes n JOIN cases c ON c.lab_id = n.lab_id AND c.id = n.case_id
      WHERE n.id = ${noteId} AND (n.deleted_at IS NOT NULL) = ${removed} AND c.deleted_at IS NULL
        AND (${actor.audience !== "portal"} OR (c.practice_id = ${actor.practice?.id ?? null}::uuid AND n.audience = 'shared'))
      FOR UPDATE OF n`);
    if (!note) throw notFound("note");
    if (!note.own) throw new Refusal("forbidden", "Only who wrote a note may change it.", "not_yours");
    if (note.late)
      throw conflict(
        "too_late",
        `A note can be changed for ${NOTE_CHANGEABLE_HOURS} hours. Write another one instead.`,
      );
    await change(context);
    await tellScreens(tx, { id: note.caseId, practiceId: note.practiceId }, note.audience);
    return null;
  });
}
