import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { tellBilling } from "../tell-billing";
import { creditNoteLetter } from "./credit-note-letter";
import { readCreditNote } from "./credit-notes";
import { renderCreditNote } from "./pdf/render-credit-note";

/** Queues the letter of a credit note with its PDF, once; does nothing when it is queued already. */
export async function mailCreditNote(
  { actor, tx }: Context,
  { creditNoteId }: { creditNoteId: string },
): Promise<void> {
  const waiting = await tx.row<{ to: string }>(sql`
    SELECT mailed_to AS to FROM credit_notes
    WHERE id = ${creditNoteId} AND mailed_to IS NOT NULL AND mailed_at IS NULL FOR UPDATE`);
  const note = waiting && (await readCreditNote(tx, creditNoteId));
  if (!note) return;
  const { name, pdf } = await renderCreditNote(note, actor.lab.locale);
  await queueMail(tx, {
    to: waiting.to,
    ...(await creditNoteLetter(tx, note, actor.lab, waiting.to)),
    attachments: [{ name, mediaType: "application/pdf", base64: pdf.toString("base64") }],
  });
  await tx.execute(sql`UPDATE credit_notes SET mailed_at = now() WHERE id = ${creditNoteId}`);
  await tellBilling(tx, note.invoiceId);
}
