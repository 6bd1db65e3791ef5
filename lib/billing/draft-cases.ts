import type { Context } from "@/lib/access/action";
import { recordEvents } from "@/lib/history/record";
import { addLinesOfCases } from "./draft-invoice-lines";
import { type InvoicedCase, openDrafts } from "./open-draft";
import { priceWork } from "./price-work";
import { tellOfInvoices } from "./tell-billing";

/**
 * Drafts what was delivered of cases, at the latest on `until` (`YYYY-MM-DD` on the lab's calendar; no bound without it), and is on no
 * invoice yet, in a few statements however many they are. The caller holds the lock of their practice. Answers the drafts, each once.
 */
export async function draftCases(context: Context, cases: readonly InvoicedCase[], until?: string): Promise<string[]> {
  const { tx } = context;
  const work = await priceWork(tx, cases, until);
  if (work.length === 0) return [];
  const drafts = await openDrafts(
    tx,
    work.map(({ found, currency, day }) => ({ found, currency, month: `${day.slice(0, 7)}-01` })),
  );
  const totals = await addLinesOfCases(
    tx,
    work.map(({ found, day, lines }, i) => ({ invoiceId: drafts[i] as string, found, deliveredOn: day, lines })),
  );
  await recordEvents(
    context,
    work.map(({ found, currency }, i) => ({
      caseId: found.id,
      kind: "invoice_drafted" as const,
      data: { total: totals[i] as string, currency },
    })),
  );
  const invoiceIds = [...new Set(drafts)];
  await tellOfInvoices(
    tx,
    invoiceIds,
    work.map(({ found }) => found.id),
  );
  return invoiceIds;
}
