import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { enqueueEach } from "@/lib/outbox/outbox";
import { tellOfInvoices } from "../tell-billing";
import type { MailResultAgainInput } from "./schema";

/**
 * Mails the invoices that a run sent to a practice once more, to the address they went to. Answers how many. Refuses with `not_found`
 * and, when none is left to mail, `invoice_not_sent`.
 */
export async function mailResultAgain(
  { actor, tx }: Context,
  { resultId }: MailResultAgainInput,
): Promise<{ letters: number }> {
  const result = await tx.row(sql`SELECT id FROM month_end_results WHERE id = ${resultId}`);
  if (!result) throw notFound("result");
  await tx.execute(sql`SELECT id FROM invoices WHERE month_end_result_id = ${resultId} ORDER BY id FOR UPDATE`);
  const invoices = await tx.rows<{ id: string }>(sql`
    UPDATE invoices SET mailed_at = NULL WHERE month_end_result_id = ${resultId} AND status NOT IN ('draft', 'cancelled') RETURNING id`);
  if (invoices.length === 0) throw conflict("invoice_not_sent", "No invoice of this practice is left to mail.");
  const ids = invoices.map(({ id }) => id);
  await enqueueEach(
    tx,
    "mail_invoice",
    ids.map((invoiceId) => ({ labId: actor.lab.id, invoiceId })),
  );
  await tellOfInvoices(tx, ids);
  return { letters: ids.length };
}
