import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { type EventAudience, recordEvent } from "@/lib/history/record";
import type { noteSchema, practiceNoteSchema } from "./record-schema";
import { tellScreens } from "./tell-screens";

const EXCERPT = 120;

/** Writes a note on a case for the lab alone or shared with its practice. Refuses with `not_found`. Answers its id. */
export async function addNote(context: Context, input: z.output<typeof noteSchema>): Promise<{ id: string }> {
  return write(context, input.caseId, input.audience, input.body);
}

/** Writes a note of the practice to the lab on one of its own cases. Refuses with `not_found`. Answers its id. */
export async function addPracticeNote(
  context: Context,
  input: z.output<typeof practiceNoteSchema>,
): Promise<{ id: string }> {
  return write(context, input.caseId, "shared", input.body);
}

async function write(context: Context, caseId: string, audience: EventAudience, body: string): Promise<{ id: string }> {
  const { actor, tx } = context;
  const found = await tx.row<{ id: string; practiceId: string }>(
    sql`SELECT id, practice_id AS "practiceId" FROM cases WHERE id = ${caseId}`,
  );
  if (!found) throw notFound("case");
  const note = await tx.row<{ id: string }>(sql`
    INSERT INTO case_notes (case_id, author_id, audience, body) VALUES (${caseId}, ${actor.userId}, ${audience}, ${body}) RETURNING id`);
  const excerpt = body.length > EXCERPT ? `${body.slice(0, EXCERPT - 1).trimEnd()}…` : body;
  await recordEvent(context, {
    caseId,
    kind: "note_added",
    data: { excerpt, noteId: (note as { id: string }).id },
    audience,
  });
  await tellScreens(tx, found, audience);
  return note as { id: string };
}
