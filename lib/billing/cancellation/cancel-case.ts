import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, stale } from "@/lib/access/errors";
import { cancel } from "@/lib/cases/cancel";
import { caseRules } from "@/lib/cases/case-rules";
import type { CaseRules } from "@/lib/cases/case-rules-schema";
import { refuseClosed } from "@/lib/cases/hold";
import { itemName } from "@/lib/cases/item-name";
import { lockCase } from "@/lib/cases/lock";
import { MATERIAL_LABEL, STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { labToday } from "@/lib/labs/today";
import { addDraftLines, type NewLine } from "../draft-invoice-lines";
import { type InvoicedCase, lockForDrafting, openDraft } from "../open-draft";
import { taxBorne } from "../pricing";
import { shareWords } from "../share";
import { tellBilling } from "../tell-billing";
import type { cancelCaseSchema, previewCancellationSchema } from "./schema";
import { type CancellationPreview, previewOf, type Reckoned, reckonWorkDone, type WorkDoneLine } from "./work-done";

/** What cancelling a case now would be charged for the work done, before tax. Refuses with `not_found`. */
export async function previewCancellation(
  { actor, tx }: Context,
  { caseId }: z.output<typeof previewCancellationSchema>,
): Promise<CancellationPreview> {
  const found = await lockForDrafting(tx, caseId);
  return previewOf(await reckoned(tx, found, await caseRules(tx), labToday(actor.lab.timeZone)));
}

/**
 * Cancels a case and drafts what is charged for it, all or nothing: an invoice draft of its own, or a part of the month's. Answers the
 * draft's id, null when nothing is charged. Refuses as `cancel` does, and with `charge_changed` when the work done is no longer what
 * the person was shown.
 */
export async function cancelCase(
  context: Context,
  { charge, ...input }: z.output<typeof cancelCaseSchema>,
): Promise<{ version: number; invoiceId: string | null }> {
  const { actor, tx } = context;
  const locked = await lockCase(tx, input.caseId);
  refuseClosed(locked);
  if (locked.version !== input.version) throw stale("case");
  const day = labToday(actor.lab.timeZone);
  const found = await lockForDrafting(tx, input.caseId);
  const work = await reckoned(tx, found, await caseRules(tx), day);
  if (charge.rule === "work_done" && charge.seenTotal !== work.total)
    throw conflict("charge_changed", "What the work done costs has changed in the meantime. Please look again.");

  const amount = { nothing: "0.00", work_done: work.total, amount: charge.rule === "amount" ? charge.amount : "0.00" }[
    charge.rule
  ];
  const lines = linesOf(charge.rule, work, found, amount, day);
  const { version } = await cancel(context, input, { amount, currency: work.currency });
  if (lines.length === 0) return { version, invoiceId: null };
  const invoiceId = await openDraft(tx, found, work.currency, `${day.slice(0, 7)}-01`);
  const total = await addDraftLines(tx, invoiceId, found, null, lines);
  const data = { total, currency: work.currency };
  await recordEvent(context, { caseId: found.id, kind: "invoice_drafted", data });
  await tellBilling(tx, invoiceId, [found.id]);
  return { version, invoiceId };
}

const reckoned = (tx: Transaction, found: InvoicedCase, rules: CaseRules, day: string): Promise<Reckoned> =>
  reckonWorkDone(tx, found, rules.cancellationPercent, day);

function linesOf(
  rule: "nothing" | "work_done" | "amount",
  work: Reckoned,
  found: InvoicedCase,
  amount: string,
  day: string,
): NewLine[] {
  if (rule === "work_done") return work.lines.map((line) => ({ ...line, words: lineWords(line, found) }));
  if (rule === "nothing" || Number(amount) === 0) return [];
  const { isMissing, ...tax } = taxBorne(work.terms, null, day);
  return [
    {
      itemId: null,
      words: `Cancellation of ${found.number}`,
      quantity: "1.00",
      unitPrice: amount,
      discountPercent: "0.00",
      ...tax,
      exception: isMissing ? "no_tax_rate" : null,
    },
  ];
}

/** "Crown 14, zirconia, full contour (cancelled at milling, 35 % of the price)". */
function lineWords({ item, percent }: WorkDoneLine, found: InvoicedCase): string {
  const name = itemName(item, found.toothNotation);
  const named = item.material ? `${name}, ${MATERIAL_LABEL[item.material]}` : name;
  const cancelled = `cancelled at ${STAGE_LABEL[item.stage].toLowerCase()}, ${shareWords(percent)} of the price`;
  const { remakeOf, remakePercent } = found;
  if (!remakeOf || remakePercent === null || Number(remakePercent) === 100) return `${named} (${cancelled})`;
  return `${named} (${cancelled}, which is ${shareWords(remakePercent)} as a remake of ${remakeOf})`;
}
