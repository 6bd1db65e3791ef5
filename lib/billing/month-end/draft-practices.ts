import type { Context } from "@/lib/access/action";
import { announce } from "@/lib/outbox/outbox";
import { draftCases } from "../draft-cases";
import { lockLedgers } from "../ledger/lock-ledger";
import { readInvoiced } from "../open-draft";
import { lastDayOf } from "./month";
import type { DraftPracticesInput } from "./schema";
import { MONTH_END_TOPIC } from "./start-run";
import { casesToInvoice } from "./to-invoice";

/**
 * Drafts what practices are to be invoiced for up to a month's end and sends nothing: to look at the drafts, or to change them, first.
 * Answers how many drafts got lines.
 */
export async function draftPractices(
  context: Context,
  { month, practiceIds }: DraftPracticesInput,
): Promise<{ drafts: number }> {
  const { tx } = context;
  const until = lastDayOf(month);
  await lockLedgers(tx, practiceIds);
  const cases = await casesToInvoice(tx, until, practiceIds);
  const free = cases.filter(({ waiting }) => !waiting).map(({ id }) => id);
  const drafts = free.length === 0 ? [] : await draftCases(context, await readInvoiced(tx, free), until);
  await announce(tx, [MONTH_END_TOPIC]);
  return { drafts: drafts.length };
}
