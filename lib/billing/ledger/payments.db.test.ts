import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { readInvoice } from "../invoice-detail";
import { allocateCredit } from "./allocate-credit";
import { bouncePayment } from "./bounce-payment";
import { listPayments, sumPayments } from "./list-payments";
import { creditsOf, openInvoices } from "./open-invoices";
import { paymentFilterSchema } from "./payment-filter";
import { readPayment } from "./read-payment";
import { receivePaymentSchema } from "./schema";
import { takeBack } from "./take-back";
import { brokenRules, doing, newPractice, paid, sentInvoice } from "./testing";

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

const standing = (invoiceId: string) =>
  asActor(lab.actors.staff, async (tx) => {
    const found = await readInvoice(tx, invoiceId);
    return found && [found.status, found.balance];
  });

describe("one payment", () => {
  it("settles several invoices, and what is over is credit that settles another later", async () => {
    const staff = lab.actors.staff;
    const practiceId = await newPractice(owner, lab);
    const [one, two, three] = [
      await sentInvoice(owner, lab, practiceId),
      await sentInvoice(owner, lab, practiceId),
      await sentInvoice(owner, lab, practiceId),
    ];
    const id = await paid(staff, practiceId, "200.00", [
      { invoiceId: one, amount: "120.00" },
      { invoiceId: two, amount: "60.00" },
      { invoiceId: three, amount: "0.00" },
    ]);
    expect([await standing(one), await standing(two), await standing(three)]).toEqual([
      ["paid", "0.00"],
      ["partly_paid", "60.00"],
      ["sent", "120.00"],
    ]);
    const source = { kind: "payment", id } as const;
    expect(await asActor(staff, (tx) => creditsOf(tx, practiceId, "GBP"))).toMatchObject([{ source, credit: "20.00" }]);
    await doing(staff, (c) => allocateCredit(c, { source, invoices: [{ invoiceId: three, amount: "20.00" }] }));
    expect(await standing(three)).toEqual(["partly_paid", "100.00"]);
    expect(await asActor(staff, (tx) => creditsOf(tx, practiceId))).toEqual([]);
    expect(
      (await asActor(staff, (tx) => openInvoices(tx, practiceId))).map(({ balance }) => balance).toSorted(),
    ).toEqual(["100.00", "60.00"]);

    await doing(staff, (c) => takeBack(c, { source, invoiceId: one }));
    expect(await standing(one)).toEqual(["sent", "120.00"]);
    await expect(doing(staff, (c) => takeBack(c, { source, invoiceId: one }))).rejects.toMatchObject({
      reason: "nothing_to_take_back",
    });
    const bounced = { bouncedOn: "2026-01-03", reference: null, reason: "No cover" };
    await expect(
      doing(staff, (c) => bouncePayment(c, { paymentId: id, ...bounced, bouncedOn: "2026-01-01" })),
    ).rejects.toMatchObject({ fieldErrors: { bouncedOn: [expect.stringContaining("before")] } });
    await doing(staff, (c) => bouncePayment(c, { paymentId: id, ...bounced }));
    expect(await standing(two)).toEqual(["sent", "120.00"]);
    expect(await asActor(staff, (tx) => readPayment(tx, id))).toMatchObject({
      allocated: "0.00",
      refunded: "200.00",
      credit: "0.00",
      invoices: [],
      refunds: [{ kind: "bounced", amount: "200.00", reason: "No cover" }],
    });
    await expect(doing(staff, (c) => bouncePayment(c, { paymentId: id, ...bounced }))).rejects.toMatchObject({
      reason: "payment_gone",
    });
    expect(await brokenRules(owner, practiceId)).toEqual([]);
  });

  it("is refused with words at the field that cannot be", async () => {
    const staff = lab.actors.staff;
    const practiceId = await newPractice(owner, lab);
    const invoiceId = await sentInvoice(owner, lab, practiceId);
    const elsewhere = await sentInvoice(owner, lab, await newPractice(owner, lab));
    const euros = await sentInvoice(owner, lab, practiceId, undefined, "EUR");
    const archived = await newPractice(owner, lab);
    await owner.query("UPDATE practices SET deleted_at = now() WHERE id = $1", [archived]);
    const ten = { invoiceId, amount: "10.00" };
    const at = (field: string, words: string) => ({ fieldErrors: { [field]: [expect.stringContaining(words)] } });
    const refusals: [() => Promise<unknown>, object][] = [
      [() => paid(staff, practiceId, "200.00", [{ invoiceId, amount: "120.01" }]), at("invoices.0.amount", "£120.00")],
      [() => paid(staff, practiceId, "15.00", [ten, ten]), at("invoices.1.amount", "twice")],
      [() => paid(staff, practiceId, "9.99", [ten]), at("amount", "more than this")],
      [() => paid(staff, practiceId, "10.00", [{ ...ten, invoiceId: euros }]), at("invoices.0.amount", "EUR")],
      [() => paid(staff, practiceId, "10.00", [ten], { currency: "EUR" }), at("invoices.0.amount", "GBP")],
      [() => paid(staff, practiceId, "10.00", [], { receivedOn: "2999-01-01" }), at("receivedOn", "still to come")],
      [() => paid(staff, practiceId, "10.00", [], { receivedOn: "1999-12-31" }), at("receivedOn", "too long ago")],
      [() => paid(staff, practiceId, "10.00", [{ ...ten, invoiceId: elsewhere }]), { reason: "invoice_of_another" }],
      [() => paid(foreign.actors.admin, practiceId, "10.00"), { code: "not_found" }],
      [() => paid(staff, archived, "10.00"), { reason: "practice_archived" }],
      [() => paid(foreign.actors.admin, foreign.practiceId, "10.00", [ten]), { reason: "invoice_of_another" }],
    ];
    for (const [attempt, refusal] of refusals) await expect(attempt()).rejects.toMatchObject(refusal);
    expect(await asActor(staff, (tx) => sumPayments(tx, paymentFilterSchema.parse({ practice: practiceId })))).toEqual(
      [],
    );
  });

  it.each(["ZZZ", "gbp", "", "POUNDS"])("in %s is in no currency", (currency) => {
    const parsed = receivePaymentSchema.shape.currency.safeParse(currency);
    expect(parsed.success).toBe(false);
  });

  it.each(["0", "-1", "0.001", "10000000", "1e3", "ten", ""])("of %s is no amount", (amount) => {
    const input = { amount, practiceId: lab.practiceId, currency: "GBP", method: "cash", receivedOn: "2026-01-02" };
    const parsed = receivePaymentSchema.safeParse({
      ...input,
      reference: "",
      note: "",
      invoices: [],
      idempotencyKey: crypto.randomUUID(),
    });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["amount"]]);
  });
});

describe("the list of payments", () => {
  it("pages by key through each once, on and back, and finds by practice, reference, invoice, amount and what is left", async () => {
    const fresh = await buildLab(owner);
    const staff = fresh.actors.staff;
    await owner.query(
      `INSERT INTO payments (lab_id, practice_id, method, currency, amount, received_on, reference, recorded_by_id)
       SELECT $1, $2, 'cash', 'GBP', n, '2025-03-01'::date - n / 3, 'Slip ' || n, $3 FROM generate_series(1, 120) n`,
      [fresh.id, fresh.practiceId, staff.userId],
    );
    const list = (address: Record<string, string>) =>
      asActor(staff, (tx) => listPayments(tx, paymentFilterSchema.parse(address)));
    const pages = [await list({})];
    for (let older = pages[0]?.older; older; older = pages.at(-1)?.older) pages.push(await list({ after: older }));
    expect(pages.map(({ payments }) => payments.length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flatMap(({ payments }) => payments.map(({ id }) => id))).size).toBe(120);
    expect((await list({ before: pages[2]?.newer ?? "" })).payments).toEqual(pages[1]?.payments);

    const invoiceId = await sentInvoice(owner, fresh, fresh.practiceId);
    await paid(staff, fresh.practiceId, "120.00", [{ invoiceId, amount: "120.00" }], { reference: "Whole" });
    const number = (await owner.query("SELECT number FROM invoices WHERE id = $1", [invoiceId])).rows[0].number;
    const found = async (address: Record<string, string>) => (await list(address)).payments.length;
    expect(await found({ q: "slip 12" })).toBe(2);
    expect(await found({ q: "120" })).toBe(2);
    expect(await found({ q: "7,00" })).toBe(1);
    expect((await list({ q: number })).payments).toMatchObject([{ reference: "Whole", invoices: [number] }]);
    expect(await found({ q: "practice", method: "bank_transfer" })).toBe(1);
    expect(await found({ q: "50%" })).toBe(0);
    expect(await found({ month: "2025-02-01" })).toBe(50);
    expect(await found({ credit: "left", method: "bank_transfer" })).toBe(0);
    expect(await asActor(staff, (tx) => sumPayments(tx, paymentFilterSchema.parse({ credit: "left" })))).toEqual([
      { currency: "GBP", count: 120, amount: "7260.00", refunded: "0.00", credit: "7260.00" },
    ]);
    expect(
      (await asActor(lab.actors.staff, (tx) => listPayments(tx, paymentFilterSchema.parse({ q: "slip" })))).payments,
    ).toEqual([]);
  });
});
