import fc from "fast-check";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { labToday } from "@/lib/labs/today";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { fromHundredths, toHundredths } from "../hundredths";
import { recordPayment } from "../record-payment";
import { allocateCredit } from "./allocate-credit";
import { bouncePayment } from "./bounce-payment";
import { restOf } from "./credit-tax";
import { fillInOrder } from "./fill-in-order";
import { creditableLines, issueCreditNote } from "./issue-credit-note";
import { refundCredit } from "./refund-credit";
import type { CreditSource } from "./schema";
import { takeBack } from "./take-back";
import { brokenRules, doing, newPractice, paid, sentInvoice, type TestLine } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

const cents = (most: number) => fc.integer({ min: 1, max: most }).map((n) => fromHundredths(BigInt(n)));
const line: fc.Arbitrary<TestLine> = fc.record({
  quantity: fc.constantFrom("1", "2", "0.33"),
  unitPrice: fc.oneof(cents(30_000), fc.constant("0.00")),
  taxPercent: fc.constantFrom("0", "5", "19", "20", "99.99"),
});
const at = fc.nat(9);
const step = fc.oneof(
  fc.record({ kind: fc.constant("send" as const), lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant("pay" as const), at, amount: cents(20_000) }),
  fc.record({ kind: fc.constant("payWhole" as const), at }),
  fc.record({ kind: fc.constant("paySeveral" as const), amount: cents(60_000) }),
  fc.record({ kind: fc.constant("onAccount" as const), amount: cents(20_000) }),
  fc.record({ kind: fc.constant("allocate" as const), from: at, at, amount: cents(10_000) }),
  fc.record({ kind: fc.constant("takeBack" as const), from: at, at }),
  fc.record({ kind: fc.constant("credit" as const), at, share: fc.constantFrom(1, 3, 10), again: fc.boolean() }),
  fc.record({ kind: fc.constant("refund" as const), from: at, amount: cents(10_000) }),
  fc.record({ kind: fc.constant("bounce" as const), from: at }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(list.length, 1)];

async function state(practiceId: string) {
  const invoices = await owner.query<{ id: string; balance: string }>(
    "SELECT id, balance FROM invoices WHERE practice_id = $1 ORDER BY created_at, id",
    [practiceId],
  );
  const sources = await owner.query<CreditSource>(
    `SELECT 'payment' AS kind, id FROM payments WHERE practice_id = $1 UNION ALL SELECT 'credit_note', id FROM credit_notes WHERE practice_id = $1 ORDER BY 2`,
    [practiceId],
  );
  return { invoices: invoices.rows, sources: sources.rows };
}

/** Everything booked on a practice, as one text. */
async function booked(practiceId: string): Promise<string> {
  const { rows } = await owner.query<{ all: string }>(
    `SELECT string_agg(row, '' ORDER BY row) AS all FROM (
       SELECT i::text AS row FROM invoices i WHERE practice_id = $1 UNION ALL SELECT p::text FROM payments p WHERE practice_id = $1
       UNION ALL SELECT n::text FROM credit_notes n WHERE practice_id = $1 UNION ALL SELECT r::text FROM refunds r WHERE practice_id = $1
       UNION ALL SELECT a::text FROM allocations a WHERE practice_id = $1) x`,
    [practiceId],
  );
  return rows[0]?.all ?? "";
}

async function take(step: Step, practiceId: string): Promise<unknown> {
  const actor = lab.actors.manager;
  const { invoices, sources } = await state(practiceId);
  const day = labToday("Europe/London");
  if (step.kind === "send") return sentInvoice(owner, lab, practiceId, step.lines);
  if (step.kind === "onAccount") return paid(actor, practiceId, step.amount);
  if (step.kind === "paySeveral") {
    const parts = fillInOrder(
      step.amount,
      invoices.map(({ balance }) => balance),
    ).map((amount, i) => ({ invoiceId: invoices[i]?.id as string, amount }));
    return paid(
      actor,
      practiceId,
      step.amount,
      parts.filter(({ amount }) => amount !== "0.00"),
    );
  }
  const invoice = "at" in step ? pick(invoices, step.at) : undefined;
  const source = "from" in step ? pick(sources, step.from) : undefined;
  const particulars = { method: "bank_transfer" as const, reference: null };
  if (step.kind === "pay" || step.kind === "payWhole") {
    if (!invoice) return null;
    const amount = step.kind === "pay" ? step.amount : invoice.balance;
    if (amount === "0.00") return null;
    const key = crypto.randomUUID();
    return doing(actor, (context) =>
      recordPayment(context, { ...particulars, invoiceId: invoice.id, amount, receivedOn: day, idempotencyKey: key }),
    );
  }
  if (step.kind === "credit") {
    if (!invoice) return null;
    return doing(actor, async (context) => {
      const lines = (await creditableLines(context.tx, invoice.id)).map((one) => ({
        lineId: one.id,
        net: fromHundredths(toHundredths(restOf(one)) / BigInt(step.share)),
        invoiceAgain: step.again,
      }));
      return issueCreditNote(context, { invoiceId: invoice.id, reason: "Not right", lines, to: "" });
    });
  }
  if (!source) return null;
  const reason = "Agreed";
  if (step.kind === "refund") {
    return doing(actor, (c) =>
      refundCredit(c, { ...particulars, source, amount: step.amount, refundedOn: day, reason }),
    );
  }
  if (step.kind === "bounce") {
    return doing(actor, (c) => bouncePayment(c, { paymentId: source.id, bouncedOn: day, reference: null, reason }));
  }
  if (!invoice) return null;
  if (step.kind === "takeBack") return doing(actor, (c) => takeBack(c, { source, invoiceId: invoice.id }));
  return doing(actor, (c) => allocateCredit(c, { source, invoices: [{ invoiceId: invoice.id, amount: step.amount }] }));
}

describe("the ledger of a practice", () => {
  it("adds up after whatever is sent, paid, credited, refunded and taken back, and a refused command changes nothing", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const practiceId = await newPractice(owner, lab);
        await sentInvoice(owner, lab, practiceId);
        for (const one of steps) {
          const before = await booked(practiceId);
          try {
            await take(one, practiceId);
            seen.add(one.kind);
          } catch (refusal) {
            expect(refusal).toBeInstanceOf(Refusal);
            expect(await booked(practiceId)).toBe(before);
          }
          expect(await brokenRules(owner, practiceId)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
    expect([...seen].toSorted()).toEqual([
      "allocate",
      "bounce",
      "credit",
      "onAccount",
      "pay",
      "paySeveral",
      "payWhole",
      "refund",
      "send",
      "takeBack",
    ]);
  }, 240_000);
});

describe("the database by itself", () => {
  it("refuses what would not add up, when forced past the capabilities", async () => {
    const practiceId = await newPractice(owner, lab);
    const actor = lab.actors.manager;
    const invoiceId = await sentInvoice(owner, lab, practiceId);
    const paymentId = await paid(actor, practiceId, "50.00", [{ invoiceId, amount: "30.00" }]);
    const other = await paid(actor, practiceId, "50.00");
    const allocate = (payment: string, amount: string) => sql`
      INSERT INTO allocations (practice_id, invoice_id, payment_id, amount, allocated_by_id)
      VALUES (${practiceId}, ${invoiceId}, ${payment}, ${amount}, ${actor.userId})`;
    const refund = (amount: string) => sql`
      INSERT INTO refunds (practice_id, payment_id, method, currency, amount, refunded_on, reason, recorded_by_id)
      VALUES (${practiceId}, ${paymentId}, 'cash', 'GBP', ${amount}, '2026-02-01', 'x', ${actor.userId})`;
    const attempts = [
      [allocate(paymentId, "20.01"), /payments_spent_at_most_amount/],
      [allocate(other, "-1.00"), /payments_spent_at_most_amount/],
      [allocate(paymentId, "-30.01"), /payments_spent_at_most_amount/],
      [refund("20.01"), /payments_spent_at_most_amount/],
      [refund("-1.00"), /refunds_amount_check/],
      [sql`UPDATE invoices SET status = 'cancelled' WHERE id = ${invoiceId}`, /invoice_has_payments/],
      [sql`UPDATE payments SET refunded = 0 WHERE id = ${paymentId}`, /permission denied/],
      [sql`UPDATE allocations SET amount = 1 WHERE payment_id = ${paymentId}`, /permission denied/],
    ] as const;
    for (const [statement, refusal] of attempts) {
      await expect(doing(actor, ({ tx }) => tx.execute(statement))).rejects.toThrow(refusal);
    }
    await doing(actor, ({ tx }) => tx.execute(allocate(other, "10.00")));
    const third = await sentInvoice(owner, lab, practiceId);
    const elsewhere = sql`
      INSERT INTO allocations (practice_id, invoice_id, payment_id, amount, allocated_by_id)
      VALUES (${practiceId}, ${third}, ${other}, 5, ${actor.userId}), (${practiceId}, ${third}, ${paymentId}, -5, ${actor.userId})`;
    await expect(doing(actor, ({ tx }) => tx.execute(elsewhere))).rejects.toThrow(/taken_back_too_much/);
    const unpaid = sql`UPDATE invoices SET status = 'cancelled' WHERE id = ${third}`;
    await expect(doing(actor, ({ tx }) => tx.execute(unpaid))).rejects.toThrow(/invoice_sent/);
    expect(await brokenRules(owner, practiceId)).toEqual([]);
  });
});
