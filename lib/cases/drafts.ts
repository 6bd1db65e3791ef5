import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { DraftPayload } from "./schema";
import { submittingPractice } from "./submitting-practice";

/** A prescription being written belongs to the person who writes it, for one practice. */

export type LockedDraft = { id: string; practiceId: string; caseId: string | null };

/**
 * Loads a draft of the actor's own and keeps it from changing until the transaction ends.
 * Refuses with `not_found` when it is not theirs, put away or not there.
 */
export async function lockDraft(tx: Transaction, actor: Actor, id: string): Promise<LockedDraft> {
  const draft = await tx.row<LockedDraft>(sql`
    SELECT id, practice_id AS "practiceId", submitted_case_id AS "caseId" FROM case_drafts
    WHERE id = ${id} AND user_id = ${actor.userId} AND deleted_at IS NULL FOR UPDATE`);
  if (!draft) throw notFound("draft");
  return draft;
}

/** Begins a draft for a practice; answers its id. Refuses with `not_found` for a practice that is not the actor's. */
export async function openDraft(
  { actor, tx }: Context,
  { practiceId, payload }: { practiceId: string; payload: DraftPayload },
): Promise<{ id: string }> {
  const practice = await submittingPractice(tx, practiceId);
  const draft = await tx.row<{ id: string }>(sql`
    INSERT INTO case_drafts (practice_id, user_id, payload) VALUES (${practice.id}, ${actor.userId}, ${JSON.stringify(payload)}::jsonb)
    RETURNING id`);
  return draft as { id: string };
}

/** Keeps what is written so far. Refuses with `draft_submitted` once it became a case. */
export async function saveDraft(
  { actor, tx }: Context,
  { id, payload }: { id: string; payload: DraftPayload },
): Promise<{ savedAt: string }> {
  const draft = await lockDraft(tx, actor, id);
  if (draft.caseId) throw conflict("draft_submitted", "This prescription was submitted already.");
  const saved = await tx.row<{ at: Date }>(
    sql`UPDATE case_drafts SET payload = ${JSON.stringify(payload)}::jsonb WHERE id = ${id} RETURNING updated_at AS at`,
  );
  return { savedAt: (saved as { at: Date }).at.toISOString() };
}

/** Puts a draft away; `restoreDraft` takes it back. */
export async function discardDraft({ actor, tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  const draft = await lockDraft(tx, actor, id);
  if (draft.caseId) throw conflict("draft_submitted", "This prescription was submitted already.");
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE case_drafts SET deleted_at = now() WHERE id = ${id}`);
  return { id };
}

/** Takes back a draft that was put away. */
export async function restoreDraft({ actor, tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const restored = await tx.execute(sql`
    UPDATE case_drafts SET deleted_at = NULL WHERE id = ${id} AND user_id = ${actor.userId} AND submitted_case_id IS NULL`);
  if (restored === 0) throw notFound("draft");
  return { id };
}
