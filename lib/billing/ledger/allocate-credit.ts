import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sumOf } from "../line-amounts";
import { lockSource, refuseBeyondCredit } from "./lock-ledger";
import type { AllocateCreditInput } from "./schema";
import { lockPayable, type Settled, settle } from "./settle";
import { tellLedger, tellSettled } from "./tell-settled";

/**
 * Settles open invoices of the same practice with what is left of a payment or credit note. Answers what is owed on each now. Refuses with
 * `not_found`, `practice_archived`, `invoice_not_payable`, `invoice_of_another`, and at the invoice's amount more than is owed or left, or
 * another currency.
 */
export async function allocateCredit(
  { actor, tx }: Context,
  { source, invoices: parts }: Omit<AllocateCreditInput, "idempotencyKey">,
): Promise<Settled[]> {
  const found = await lockSource(tx, source);
  const invoices = await lockPayable({ actor, tx }, found, parts, (place) => `invoices.${place}.amount`);
  if (invoices.length === 0) throw invalid("invoices.0.amount", "Write how much of it is used.");
  refuseBeyondCredit("invoices.0.amount", sumOf(parts.map(({ amount }) => amount)), found, actor.lab.locale);
  const settled = await settle({ actor, tx }, source, invoices);
  await tellSettled({ actor, tx }, "credit_used", found.currency, settled);
  await tellLedger({ tx }, found.practiceId);
  return settled;
}
