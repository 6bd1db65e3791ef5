import type { Context } from "@/lib/access/action";
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
  for (const caseId of [...new Set(caseIds)].sort()) {
    const draft = await draftInvoice(context, { caseId });
    if (draft) drafts.add(draft.invoiceId);
  }
  return { invoiceIds: [...drafts] };
}
