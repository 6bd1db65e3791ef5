import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";

/**
 * Has the screens that show an invoice, and the cases on it, read again. The practice's screens hear it when `practiceId` is
 * given: for what it may see.
 */
export async function tellBilling(
  tx: Transaction,
  invoiceId: string,
  caseIds: readonly string[] = [],
  practiceId?: string,
): Promise<void> {
  const topics = ["invoices", `invoice:${invoiceId}`, ...caseIds.map((id) => `case:${id}`)];
  await announce(tx, practiceId ? [...topics, `portal:${practiceId}`] : topics, practiceId);
}
