import type { Context } from "@/lib/access/action";
import type { CaseEvents } from "@/lib/history/events";
import { recordEvent } from "@/lib/history/record";
import { announce } from "@/lib/outbox/outbox";
import { casesOfInvoice } from "../lock-invoice";
import { tellBilling } from "../tell-billing";
import type { Settled } from "./settle";

type Kind = "payment_recorded" | "credit_used" | "payment_bounced" | "settlement_taken_back";

/**
 * Tells what came of invoices in the timelines of their cases, to the practice too, and has the screens that show them read again.
 * `currency` is ISO 4217.
 */
export async function tellSettled(
  { actor, tx }: Context,
  kind: Kind,
  currency: string,
  settled: readonly Settled[],
): Promise<void> {
  for (const { invoiceId, number, practiceId, amount, balance } of settled) {
    const caseIds = await casesOfInvoice(tx, invoiceId);
    const data: CaseEvents[Kind] = { number, amount, currency, balance };
    for (const caseId of caseIds) await recordEvent({ actor, tx }, { caseId, kind, data, audience: "shared" });
    await tellBilling(tx, invoiceId, caseIds, practiceId);
  }
}

/** Has the screens read again that show a practice's payments, credit and refunds. */
export async function tellLedger({ tx }: Pick<Context, "tx">, practiceId: string): Promise<void> {
  await announce(tx, ["invoices", "payments", `portal:${practiceId}`], practiceId);
}
