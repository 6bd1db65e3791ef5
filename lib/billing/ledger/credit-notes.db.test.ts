import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { labToday } from "@/lib/labs/today";
import { buildDraft, send } from "@/lib/testing/billing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { draftInvoice } from "../draft-invoice";
import { readInvoice } from "../invoice-detail";
import { countUninvoiced } from "../uninvoiced";
import { allocateCredit } from "./allocate-credit";
import { bouncePayment } from "./bounce-payment";
import { readCreditNote } from "./credit-notes";
import { invoiceLedger } from "./invoice-ledger";
import { creditableLines, issueCreditNote } from "./issue-credit-note";
import { mailCreditNote } from "./mail-credit-note";
import { renderCreditNote } from "./pdf/render-credit-note";
import { refundCredit } from "./refund-credit";
import { takeBack } from "./take-back";
import { brokenRules, doing, paid, sentInvoice } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let foreign: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  foreign = await buildLab(owner);
});
afterAll(() => owner.release());

const read = (invoiceId: string) => asActor(lab.actors.manager, (tx) => readInvoice(tx, invoiceId));
const give = (invoiceId: string, net: string | null, invoiceAgain = false) =>
  doing(lab.actors.manager, async (context) => {
    const [line] = await creditableLines(context.tx, invoiceId);
    const lines = [{ lineId: line?.id as string, net: net ?? (line?.net as string), invoiceAgain }];
    return issueCreditNote(context, { invoiceId, reason: "Wrong shade", lines, to: "" });
  });

describe("a credit note", () => {
  it("over a part settles its own invoice, is told, mailed once and read by its practice alone", async () => {
    const { invoiceId, caseId } = await buildDraft(owner, lab);
    const invoice = await send(lab.actors.manager, invoiceId);
    const note = await give(invoiceId, "9.00");
    expect(note).toMatchObject({ number: expect.stringMatching(/^CN-\d{4}-000001$/), total: "10.80" });
    expect(await read(invoiceId)).toMatchObject({ status: "partly_paid", total: "106.80", balance: "96.00" });
    const events = await owner.query(
      "SELECT audience, data FROM case_events WHERE case_id = $1 AND kind = 'credit_note_issued'",
      [caseId],
    );
    const data = { number: note.number, invoice, total: "10.80", currency: "GBP", reason: "Wrong shade" };
    expect(events.rows).toEqual([{ audience: "shared", data }]);

    for (let run = 0; run < 2; run++) await doing(lab.actors.manager, (c) => mailCreditNote(c, note));
    const mails = await owner.query(
      "SELECT subject, attachments -> 0 ->> 'name' AS name FROM mail_messages WHERE subject LIKE $1",
      [`%${note.number}%`],
    );
    expect(mails.rows).toEqual([{ subject: expect.stringContaining(note.number), name: `${note.number}.pdf` }]);

    const seen = await asActor(lab.actors.dentist, async (tx) => ({
      note: await readCreditNote(tx, note.creditNoteId),
      ledger: await invoiceLedger(tx, invoiceId),
    }));
    expect(seen.note).toMatchObject({
      number: note.number,
      invoiceNumber: invoice,
      lines: [{ net: "9.00", tax: "1.80" }],
    });
    expect(seen.ledger.creditNotes).toMatchObject([{ settlesOwn: "10.80", credit: "0.00", issuedBy: null }]);
    for (const stranger of [foreign.actors.admin, foreign.actors.dentist])
      expect(await asActor(stranger, (tx) => readCreditNote(tx, note.creditNoteId))).toBeNull();
    if (!seen.note) return;
    const [one, other] = [await renderCreditNote(seen.note, "en-GB"), await renderCreditNote(seen.note, "en-GB")];
    expect(one.pdf.equals(other.pdf)).toBe(true);
    expect(one.pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("over a whole line sets its work free to be invoiced again, and leaves the invoice as it was", async () => {
    const { invoiceId, caseId } = await buildDraft(owner, lab);
    await send(lab.actors.manager, invoiceId);
    const before = await read(invoiceId);
    await expect(give(invoiceId, "88.99", true)).rejects.toMatchObject({
      fieldErrors: { "lines.0.invoiceAgain": [expect.stringContaining("whole")] },
    });
    await expect(give(invoiceId, "89.01")).rejects.toMatchObject({
      fieldErrors: { "lines.0.net": [expect.stringContaining("89.00")] },
    });
    await expect(give(invoiceId, "0.00")).rejects.toMatchObject({ reason: "credit_of_nothing" });
    await give(invoiceId, null, true);
    const after = await read(invoiceId);
    expect(after).toMatchObject({ status: "refunded", balance: "0.00", lines: before?.lines, total: before?.total });
    expect(await asActor(lab.actors.manager, countUninvoiced)).toBe(1);
    const again = await doing(lab.actors.staff, (c) => draftInvoice(c, { caseId }));
    expect(again?.invoiceId).not.toBe(invoiceId);
    expect(await asActor(lab.actors.manager, countUninvoiced)).toBe(0);
    await expect(give(invoiceId, "0.01")).rejects.toMatchObject({ code: "invalid" });
  });

  it("on a paid invoice is credit, to be refunded or used, and settles its own invoice again when the payment bounces", async () => {
    const { manager } = lab.actors;
    const [invoiceId, next] = [
      await sentInvoice(owner, lab, lab.practiceId),
      await sentInvoice(owner, lab, lab.practiceId),
    ];
    const paymentId = await paid(manager, lab.practiceId, "120.00", [{ invoiceId, amount: "120.00" }]);
    const { creditNoteId } = await give(invoiceId, "50.00");
    const source = { kind: "credit_note", id: creditNoteId } as const;
    expect(await read(invoiceId)).toMatchObject({ status: "paid", balance: "0.00" });
    const particulars = { method: "bank_transfer", reference: null, reason: "Agreed" } as const;
    const refund = (amount: string, refundedOn = labToday("Europe/London")) =>
      doing(manager, (c) => refundCredit(c, { source, amount, refundedOn, ...particulars }));
    await expect(refund("60.01")).rejects.toMatchObject({
      fieldErrors: { amount: [expect.stringContaining("60.00")] },
    });
    await expect(refund("1.00", "2999-01-01")).rejects.toMatchObject({
      fieldErrors: { refundedOn: [expect.stringContaining("to come")] },
    });
    await refund("20.00");
    await doing(manager, (c) => allocateCredit(c, { source, invoices: [{ invoiceId: next, amount: "15.00" }] }));
    const bounced = { paymentId, bouncedOn: labToday("Europe/London"), reference: null, reason: "No cover" };
    await doing(manager, (c) => bouncePayment(c, bounced));
    expect(await read(invoiceId)).toMatchObject({ status: "partly_paid", balance: "95.00" });
    await expect(doing(manager, (c) => takeBack(c, { source, invoiceId }))).rejects.toMatchObject({
      reason: "credit_settles_own",
    });
    expect(await asActor(manager, (tx) => invoiceLedger(tx, next))).toMatchObject({
      creditFrom: [{ amount: "15.00" }],
    });
    expect(await brokenRules(owner, lab.practiceId)).toEqual([]);
  });

  it("is not issued on a draft, and not for another lab's invoice", async () => {
    const { invoiceId } = await buildDraft(owner, lab);
    await expect(give(invoiceId, "1.00")).rejects.toMatchObject({ reason: "invoice_not_sent" });
    const lines = [{ lineId: invoiceId, net: "1.00", invoiceAgain: false }];
    await expect(
      doing(foreign.actors.admin, (c) => issueCreditNote(c, { invoiceId, reason: "Mine", lines, to: "" })),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
