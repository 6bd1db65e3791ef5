import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid, notFound, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import type { ownClosingSchema, practiceClosingSchema } from "./closing-days-schema";

/** Days on which a practice is shut, both ends included (`YYYY-MM-DD`). */
export type PracticeClosing = { id: string; closedFrom: string; closedTo: string; name: string };

/** The closing days of a practice the actor sees that are not over, the next first; at most 200. */
export const closingsOf = (tx: Transaction, practiceId: string, today: string): Promise<PracticeClosing[]> =>
  tx.rows<PracticeClosing>(sql`
    SELECT id, closed_from AS "closedFrom", closed_to AS "closedTo", name FROM practice_closing_days
    WHERE practice_id = ${practiceId} AND closed_to >= ${today} AND deleted_at IS NULL ORDER BY closed_from, id LIMIT 200`);

/**
 * Shuts a practice for a day or some: nothing is promised for delivery on them from now on. Refuses with `not_found` for a practice
 * that is not the actor's, and at `closedTo` days that are past.
 */
export async function closePractice(
  { actor, tx }: Context,
  { practiceId, closedFrom, closedTo, name }: z.output<typeof practiceClosingSchema>,
): Promise<{ id: string }> {
  const until = closedTo || closedFrom;
  const past = until < labToday(actor.lab.timeZone);
  if (past) throw invalid(closedTo ? "closedTo" : "closedFrom", "These days are past.");
  const found = await tx.row(sql`SELECT 1 FROM practices WHERE id = ${practiceId}`);
  if (!found) throw notFound("practice");
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO practice_closing_days (practice_id, closed_from, closed_to, name)
    VALUES (${practiceId}, ${closedFrom}, ${until}, ${name}) RETURNING id`);
  return made as { id: string };
}

/** As `closePractice`, by a practice for itself. */
export async function closeOwnPractice(
  context: Context,
  input: z.output<typeof ownClosingSchema>,
): Promise<{ id: string }> {
  const { practice } = context.actor;
  if (!practice) throw new Refusal("forbidden", "Your account is not linked to a practice.");
  return closePractice(context, { ...input, practiceId: practice.id });
}

/** Takes closing days of a practice away; `restoreClosing` puts them back. Refuses with `not_found`. */
export const removeClosing = (context: Context, { id }: { id: string }) => setRemoved(context, id, true);

/** Puts closing days back that were taken away. Refuses with `not_found`. */
export const restoreClosing = (context: Context, { id }: { id: string }) => setRemoved(context, id, false);

async function setRemoved({ tx }: Context, id: string, removed: boolean): Promise<{ id: string }> {
  await tx.includeDeleted();
  const touched = await tx.execute(sql`
    UPDATE practice_closing_days SET deleted_at = CASE WHEN ${removed}::boolean THEN now() END
    WHERE id = ${id} AND (deleted_at IS NULL) = ${removed}::boolean`);
  if (touched === 0) throw notFound("closing");
  return { id };
}
