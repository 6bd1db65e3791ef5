import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { draftInvoice } from "./draft-invoice";
import type { DraftInvoicesInput } from "./schema";

/**
 * Drafts the invoices of delivered cases by hand: what a cancelled invoice set free, or what no job has drafted yet. Answers the
 * drafts, each once. Refuses with `not_found`.
 */
export async function draftInvoices(
  context: Context,
  { caseIds }: DraftInvoicesInput,
): Promise<{ invoiceIds: string[] }> {
  const drafts = new Set<string>();
  for (const caseId of await byPractice(context, caseIds)) {
    const draft = await draftInvoice(context, { caseId });
    if (draft) drafts.add(draft.invoiceId);
  }
  return { invoiceIds: [...drafts] };
}

/** Drafting locks the practice, so that two who draft for several at once go in the same order. */
async function byPractice({ tx }: Context, caseIds: string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM cases WHERE id = ANY(${caseIds}::uuid[]) ORDER BY practice_id, id`);
  if (rows.length < new Set(caseIds).size) throw notFound("case");
  return rows.map(({ id }) => id);
}
