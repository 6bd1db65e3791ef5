import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";

/**
 * Has the screens that show an invoice, and the cases on it, read again. The practice's screens hear it when `practiceId` is
 * given: for what it may see.
 */
export function tellBilling(
  tx: Transaction,
  invoiceId: string,
  caseIds: readonly string[] = [],
  practiceId?: string,
): Promise<void> {
  return tellOfInvoices(tx, [invoiceId], caseIds, practiceId);
}

/** As `tellBilling`, for several invoices of one practice. */
export async function tellOfInvoices(
  tx: Transaction,
  invoiceIds: readonly string[],
  caseIds: readonly string[] = [],
  practiceId?: string,
): Promise<void> {
  const topics = ["invoices", ...invoiceIds.map((id) => `invoice:${id}`), ...caseIds.map((id) => `case:${id}`)];
  await announce(tx, practiceId ? [...topics, `portal:${practiceId}`] : topics, practiceId);
}
