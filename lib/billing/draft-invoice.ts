import type { Context } from "@/lib/access/action";
import { draftCases } from "./draft-cases";
import { lockForDrafting } from "./open-draft";

/**
 * Drafts the invoice of what was delivered of a case and is on no invoice yet, by the prices that hold on the lab's day of
 * delivery, a remake at the part of the price that was decided: an invoice of its own (`per_case`), or a part of the practice's open draft of that month (`monthly`). Doing it again
 * adds nothing. Answers the draft's id, or null when nothing is to be invoiced. Refuses with `not_found`.
 */
export async function draftInvoice(
  context: Context,
  { caseId }: { caseId: string },
): Promise<{ invoiceId: string } | null> {
  const found = await lockForDrafting(context.tx, caseId);
  const [invoiceId] = await draftCases(context, [found]);
  return invoiceId ? { invoiceId } : null;
}
