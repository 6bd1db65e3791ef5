import type { Context } from "@/lib/access/action";
import { conflict, invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { announce } from "@/lib/outbox/outbox";
import { lockLedger } from "../ledger/lock-ledger";
import type { PauseInput } from "./schema";

/**
 * Rests the reminders of one sent invoice, or of the whole practice, to the end of `until` (the lab's day) or until somebody ends it; an
 * earlier pause of the same that has run out ends with it. Refuses with `not_found`, `practice_archived`, `already_paused`, and at `until` a day that is past.
 */
export async function pauseReminders(
  { actor, tx }: Context,
  { practiceId, invoiceId, reason, until }: PauseInput,
): Promise<{ pauseId: string }> {
  const today = labToday(actor.lab.timeZone);
  if (until && until < today) throw invalid("until", "This day is past.");
  await lockLedger(tx, practiceId);
  if (invoiceId) {
    const invoice = await tx.row(sql`
      SELECT id FROM invoices WHERE id = ${invoiceId} AND practice_id = ${practiceId} AND status NOT IN ('draft', 'cancelled') FOR UPDATE`);
    if (!invoice) throw notFound("invoice");
  }
  await tx.execute(sql`
    UPDATE reminder_pauses SET ended_at = now() WHERE practice_id = ${practiceId} AND invoice_id IS NOT DISTINCT FROM ${invoiceId}::uuid
      AND ended_at IS NULL AND until < ${today}::date`);
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO reminder_pauses (practice_id, invoice_id, reason, until, paused_by_id)
    VALUES (${practiceId}, ${invoiceId}, ${reason}, ${until}, ${actor.userId})
    ON CONFLICT (lab_id, practice_id, invoice_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`);
  if (!made) throw conflict("already_paused", "Reminders of this rest already. End that first.");
  await announce(tx, ["statements", `account:${practiceId}`]);
  return { pauseId: made.id };
}

/** Ends a pause, so that reminders are due again from today on. Refuses with `not_found`, also one that has ended. */
export async function endPause({ actor, tx }: Context, { pauseId }: { pauseId: string }): Promise<null> {
  const ended = await tx.row<{ practiceId: string }>(sql`
    UPDATE reminder_pauses SET ended_at = now(), ended_by_id = ${actor.userId} WHERE id = ${pauseId} AND ended_at IS NULL
    RETURNING practice_id AS "practiceId"`);
  if (!ended) throw notFound("pause");
  await announce(tx, ["statements", `account:${ended.practiceId}`]);
  return null;
}
