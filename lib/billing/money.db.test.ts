import fc from "fast-check";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { buildDraft, send } from "@/lib/testing/billing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { addLine, changeLine, removeLine } from "./edit-lines";
import { fromHundredths } from "./hundredths";
import { readInvoice } from "./invoice-detail";
import { lineAmounts, sumOf } from "./line-amounts";
import { recordPayment } from "./record-payment";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

const read = async (invoiceId: string) => {
  const invoice = await asActor(lab.actors.staff, (tx) => readInvoice(tx, invoiceId));
  if (!invoice) throw new Error("no such invoice");
  return invoice;
};
const pay = async (invoiceId: string, amount: string) => {
  return asActor(lab.actors.staff, (tx) =>
    recordPayment(
      { actor: lab.actors.staff, tx },
      {
        invoiceId,
        amount,
        method: "cash",
        receivedOn: "2026-01-02",
        reference: null,
        idempotencyKey: crypto.randomUUID(),
      },
    ),
  );
};

describe("the sum of an invoice", () => {
  const hundredths = (most: number) => fc.integer({ min: 0, max: most }).map((n) => fromHundredths(BigInt(n)));
  const line = fc.record({
    description: fc.constant("Something"),
    quantity: fc.integer({ min: 1, max: 50_000 }).map((n) => fromHundredths(BigInt(n))),
    unitPrice: hundredths(500_000),
    discountPercent: hundredths(10_000),
    taxPercent: hundredths(10_000),
  });
  const step = fc.record({ kind: fc.constantFrom("add", "add", "change", "remove"), line, at: fc.nat(20) });

  it("is that of its lines, whatever is added, changed and removed, to the cent", async () => {
    const actor = lab.actors.staff;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { invoiceId } = await buildDraft(owner, lab);
        for (const { kind, line, at } of steps) {
          const { version, lines } = await read(invoiceId);
          const lineId = lines[at % Math.max(lines.length, 1)]?.id;
          await asActor(actor, async (tx) => {
            if (kind === "add" || !lineId) await addLine({ actor, tx }, { invoiceId, version, ...line });
            else if (kind === "change") await changeLine({ actor, tx }, { invoiceId, version, lineId, ...line });
            else await removeLine({ actor, tx }, { invoiceId, version, lineId });
          });
        }
        const invoice = await read(invoiceId);
        const amounts = invoice.lines.map(lineAmounts);
        expect(invoice.lines.map(({ net, tax }) => ({ net, tax }))).toEqual(amounts);
        expect(invoice.subtotal).toBe(sumOf(amounts.map(({ net }) => net)));
        expect(invoice.taxTotal).toBe(sumOf(amounts.map(({ tax }) => tax)));
        expect(invoice.total).toBe(sumOf([invoice.subtotal, invoice.taxTotal]));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe("payments", () => {
  it("32 at once of a tenth each: 10 are booked, 22 refused, nothing is owed and nothing too much paid", async () => {
    const { invoiceId } = await buildDraft(owner, lab);
    await send(lab.actors.staff, invoiceId);
    const answers = await Promise.allSettled(Array.from({ length: 32 }, () => pay(invoiceId, "10.68")));
    const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(refusals).toHaveLength(22);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(Refusal);
    const invoice = await read(invoiceId);
    expect([invoice.status, invoice.total, invoice.paidTotal, invoice.balance]).toEqual([
      "paid",
      "106.80",
      "106.80",
      "0.00",
    ]);
    expect(sumOf(invoice.payments.map(({ amount }) => amount))).toBe("106.80");
  });

  it("in part leaves the rest owed, and says so on the case", async () => {
    const { invoiceId, caseId } = await buildDraft(owner, lab);
    const number = await send(lab.actors.staff, invoiceId);
    expect(await pay(invoiceId, "6.80")).toEqual({ balance: "100.00", currency: "GBP" });
    expect((await read(invoiceId)).status).toBe("partly_paid");
    const events = await owner.query(
      "SELECT data, audience FROM case_events WHERE case_id = $1 AND kind = 'payment_recorded'",
      [caseId],
    );
    expect(events.rows).toEqual([
      { audience: "shared", data: { number, amount: "6.80", currency: "GBP", balance: "100.00" } },
    ]);
    await expect(pay(invoiceId, "100.01")).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { amount: [expect.stringContaining("100.00")] },
    });
  });

  it("are refused on a draft, and by the database itself when forced past the capability", async () => {
    const { invoiceId } = await buildDraft(owner, lab);
    await expect(pay(invoiceId, "1.00")).rejects.toMatchObject({ reason: "invoice_not_payable" });
    const force = (amount: string) =>
      asActor(lab.actors.staff, (tx) =>
        tx.execute(sql`WITH p AS (INSERT INTO payments (practice_id, method, currency, amount, received_on, recorded_by_id)
          VALUES (${lab.practiceId}, 'cash', 'GBP', ${amount}, '2026-01-01', ${lab.actors.staff.userId}) RETURNING id, amount)
          INSERT INTO allocations (practice_id, invoice_id, payment_id, amount, allocated_by_id) SELECT ${lab.practiceId}, ${invoiceId}, id, amount, ${lab.actors.staff.userId} FROM p`),
      );
    await expect(force("1.00")).rejects.toThrow(/invoice_not_payable/);
    await send(lab.actors.staff, invoiceId);
    await expect(force("106.81")).rejects.toThrow(/invoices_paid_at_most_total/);
    await expect(force("-1.00")).rejects.toThrow(/payments_amount_check/);
  });
});
