import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "@/lib/access/errors";
import { useDatabase } from "@/lib/db/testing";
import { labToday } from "@/lib/labs/today";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { allocateCredit } from "./allocate-credit";
import { bouncePayment } from "./bounce-payment";
import { creditableLines, issueCreditNote } from "./issue-credit-note";
import { refundCredit } from "./refund-credit";
import { takeBack } from "./take-back";
import { brokenRules, doing, newPractice, paid, sentInvoice } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
const today = labToday("Europe/London");

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

/** How many of many at once were accepted; whatever was not is a refusal for its own reason, and nobody waited in a ring. */
async function accepted(attempts: readonly (() => Promise<unknown>)[]): Promise<number> {
  const answers = await Promise.allSettled(attempts.map((attempt) => attempt()));
  for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toBeInstanceOf(Refusal);
  return answers.filter(({ status }) => status === "fulfilled").length;
}
const times = <T>(n: number, what: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => what(i));
const refund = (paymentId: string, amount: string) =>
  doing(lab.actors.manager, (context) =>
    refundCredit(context, {
      source: { kind: "payment", id: paymentId },
      amount,
      method: "bank_transfer",
      refundedOn: today,
      reference: null,
      reason: "Paid twice",
    }),
  );
const credit = (invoiceId: string, net: string) =>
  doing(lab.actors.manager, async (context) => {
    const [line] = await creditableLines(context.tx, invoiceId);
    const lines = [{ lineId: line?.id as string, net, invoiceAgain: false }];
    return issueCreditNote(context, { invoiceId, reason: "Not right", lines, to: "" });
  });

describe("at once", () => {
  it("32 payments over two invoices, named in either order: each settles what is owed, none more", async () => {
    const practiceId = await newPractice(owner, lab);
    const [one, other] = [await sentInvoice(owner, lab, practiceId), await sentInvoice(owner, lab, practiceId)];
    const parts = [one, other].map((invoiceId) => ({ invoiceId, amount: "10.00" }));
    const done = await accepted(
      times(32, (i) => () => paid(lab.actors.staff, practiceId, "20.00", i % 2 ? parts : parts.toReversed())),
    );
    expect(done).toBe(12);
    expect(await brokenRules(owner, practiceId)).toEqual([]);
  }, 60_000);

  it("16 credit notes over half of the same line: two are issued, with numbers that follow each other", async () => {
    const practiceId = await newPractice(owner, lab);
    const invoiceId = await sentInvoice(owner, lab, practiceId);
    const before = await count();
    expect(await accepted(times(16, () => () => credit(invoiceId, "50.00")))).toBe(2);
    expect(await count()).toBe(before + 2);
    const { rows } = await owner.query<{ last: number; all: number }>(
      "SELECT max(right(number, 6)::int) AS last, count(*)::int AS all FROM credit_notes WHERE lab_id = $1",
      [lab.id],
    );
    expect(rows[0]?.last).toBe(rows[0]?.all);
    expect(await brokenRules(owner, practiceId)).toEqual([]);
  }, 60_000);

  it("8 refunds and 8 uses of the same credit: it is spent once", async () => {
    const practiceId = await newPractice(owner, lab);
    const invoiceId = await sentInvoice(owner, lab, practiceId);
    const paymentId = await paid(lab.actors.staff, practiceId, "50.00");
    const use = () =>
      doing(lab.actors.staff, (context) =>
        allocateCredit(context, {
          source: { kind: "payment", id: paymentId },
          invoices: [{ invoiceId, amount: "50.00" }],
        }),
      );
    expect(await accepted(times(16, (i) => () => (i % 2 ? use() : refund(paymentId, "50.00"))))).toBe(1);
    expect(await brokenRules(owner, practiceId)).toEqual([]);
  }, 60_000);

  it("payments, credit notes, refunds, what is taken back and what bounces, all mixed: the ledger adds up", async () => {
    const practiceId = await newPractice(owner, lab);
    const invoices: string[] = [];
    for (let i = 0; i < 4; i++) invoices.push(await sentInvoice(owner, lab, practiceId));
    const [first, second] = invoices as [string, string];
    const paymentId = await paid(lab.actors.staff, practiceId, "200.00", [{ invoiceId: first, amount: "120.00" }]);
    const particulars = { bouncedOn: today, reference: null, reason: "No cover" };
    await accepted(
      times(30, (i) => () => {
        const invoiceId = invoices[i % 4] as string;
        if (i % 6 === 0) return credit(invoiceId, "25.00");
        if (i % 6 === 1) return refund(paymentId, "10.00");
        if (i % 6 === 2)
          return doing(lab.actors.staff, (c) =>
            takeBack(c, { source: { kind: "payment", id: paymentId }, invoiceId: first }),
          );
        if (i === 15) return doing(lab.actors.staff, (c) => bouncePayment(c, { paymentId, ...particulars }));
        return paid(lab.actors.staff, practiceId, "15.00", [
          { invoiceId, amount: "5.00" },
          { invoiceId: invoiceId === second ? first : second, amount: "5.00" },
        ]);
      }),
    );
    expect(await brokenRules(owner, practiceId)).toEqual([]);
  }, 60_000);
});

async function count(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>("SELECT count(*)::int AS n FROM credit_notes WHERE lab_id = $1", [
    lab.id,
  ]);
  return rows[0]?.n ?? 0;
}
