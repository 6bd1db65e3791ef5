import fc from "fast-check";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { toHundredths } from "../hundredths";
import { readAccounts } from "./accounts";
import { type JournalLine, readEntries, sumEntries } from "./entries";
import { exportJournal } from "./export";
import { setAccounts } from "./set-accounts";
import { buildCredit, buildPayment, buildSent, takeBack } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
const YEAR = { from: "2026-01-01", to: "2026-12-31" };

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());

type After = Parameters<typeof readEntries>[2];

const manager = () => lab.actors.manager;
const read = async (period = YEAR) => {
  const lines: JournalLine[] = [];
  let after: After = null;
  do {
    const from: After = after;
    const batch: Awaited<ReturnType<typeof readEntries>> = await asActor(manager(), (tx) =>
      readEntries(tx, period, from, 3),
    );
    lines.push(...batch.lines);
    after = batch.last;
  } while (after);
  return lines;
};
const file = async (period = YEAR) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportJournal(manager(), period)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8").replace("\uFEFF", "").trimEnd().split("\r\n");
};
const sum = (lines: readonly Pick<JournalLine, "debit" | "credit">[], of: "debit" | "credit") =>
  lines.reduce((total, line) => total + toHundredths(line[of]), 0n);

describe("a worked month", () => {
  beforeAll(async () => {
    lab = await buildLab(owner);
    await owner.query("UPDATE practices SET code = 'P1', name = '=HYPERLINK(1)' WHERE id = $1", [lab.practiceId]);
    const first = await buildSent(owner, lab, {
      number: "INV-1",
      on: "2026-10-05",
      lines: [
        { net: "100.00", tax: "20.00", percent: "20.00" },
        { net: "50.00", tax: "0.00", percent: "0.00" },
      ],
    });
    await buildSent(owner, lab, {
      number: "INV-2",
      on: "2026-11-01",
      lines: [{ net: "10.00", tax: "2.00", percent: "20.00" }],
    });
    await buildCredit(owner, lab, first, { number: "CN-1", on: "2026-10-20", net: "40.00", tax: "8.00" });
    const paymentId = await buildPayment(owner, lab, {
      amount: "200.00",
      method: "bank_transfer",
      on: "2026-10-31",
      reference: "R 7",
    });
    await takeBack(owner, lab, paymentId, { amount: "78.00", on: "2026-10-31" });
  });

  it("stands in the file line by line, and the next day's invoice does not", async () => {
    const lines = (await file({ from: "2026-10-01", to: "2026-10-31" })).map((line) =>
      line.replace(/(PAY|REF)-[0-9A-F]{12}/, "$1-…"),
    );
    expect(lines).toEqual([
      "Date,Entry,Document,Account,Account name,Debit,Credit,Currency,Tax rate,Practice code,Practice,Text",
      "2026-10-05,INV-1,INV-1,1100,Trade debtors,170.00,,GBP,,P1,'=HYPERLINK(1),Invoice INV-1",
      "2026-10-05,INV-1,INV-1,4000,Sales,,50.00,GBP,0.00,P1,'=HYPERLINK(1),Invoice INV-1",
      "2026-10-05,INV-1,INV-1,4000,Sales,,100.00,GBP,20.00,P1,'=HYPERLINK(1),Invoice INV-1",
      "2026-10-05,INV-1,INV-1,2200,Tax on sales,,20.00,GBP,20.00,P1,'=HYPERLINK(1),Invoice INV-1",
      "2026-10-20,CN-1,CN-1,1100,Trade debtors,,48.00,GBP,,P1,'=HYPERLINK(1),Credit note CN-1 on INV-1: Chipped",
      "2026-10-20,CN-1,CN-1,4090,Credit notes,40.00,,GBP,20.00,P1,'=HYPERLINK(1),Credit note CN-1 on INV-1: Chipped",
      "2026-10-20,CN-1,CN-1,2200,Tax on sales,8.00,,GBP,20.00,P1,'=HYPERLINK(1),Credit note CN-1 on INV-1: Chipped",
      "2026-10-31,PAY-…,R 7,1100,Trade debtors,,200.00,GBP,,P1,'=HYPERLINK(1),Payment received",
      "2026-10-31,PAY-…,R 7,1200,Bank,200.00,,GBP,,P1,'=HYPERLINK(1),Payment received",
      "2026-10-31,REF-…,,1100,Trade debtors,78.00,,GBP,,P1,'=HYPERLINK(1),Refund: Paid too much",
      "2026-10-31,REF-…,,1200,Bank,,78.00,GBP,,P1,'=HYPERLINK(1),Refund: Paid too much",
    ]);
  });

  it("is the same when it is drawn up again, and its sums are those of the lines", async () => {
    expect(await file()).toEqual(await file());
    const { totals, entries } = await asActor(manager(), (tx) => sumEntries(tx, YEAR));
    const lines = await read();
    expect(entries).toBe(new Set(lines.map(({ entry }) => entry)).size);
    for (const of of ["debit", "credit"] as const) expect(sum(totals, of)).toBe(sum(lines, of));
  });

  it("names a practice that is archived since", async () => {
    const before = await file();
    await owner.query("UPDATE practices SET deleted_at = now() WHERE id = $1", [lab.practiceId]);
    const archived = await file();
    await owner.query("UPDATE practices SET deleted_at = NULL WHERE id = $1", [lab.practiceId]);
    expect(archived).toEqual(before);
  });

  it("uses the accounts that the lab sets, of the tax by its rate", async () => {
    await asActor(manager(), (tx) =>
      setAccounts(
        { actor: manager(), tx },
        {
          accounts: [
            { purpose: "tax", taxPercent: "20.00", code: "1776", name: "VAT 20 %" },
            { purpose: "revenue", taxPercent: null, code: "8400", name: "Erlöse" },
          ],
        },
      ),
    );
    const accountOf = await asActor(manager(), readAccounts);
    expect([accountOf("tax", "20.00").code, accountOf("tax", "5.00").code, accountOf("revenue", "20.00").code]).toEqual(
      ["1776", "2200", "8400"],
    );
    expect((await file()).filter((line) => line.includes(",1776,VAT 20 %,"))).toHaveLength(3);
  });

  it("shows nothing of it to another lab", async () => {
    const other = (await buildLab(owner)).actors.manager;
    expect(await asActor(other, (tx) => sumEntries(tx, YEAR))).toEqual({ totals: [], entries: 0 });
  });
});

describe("random documents", () => {
  const cents = fc.integer({ min: 1, max: 500_000 }).map((value) => (value / 100).toFixed(2));
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, "0")}`);
  const line = fc.record({ net: cents, tax: cents, percent: fc.constantFrom("5.00", "7.00", "20.00") });
  const document = fc.record({
    on: day,
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    currency: fc.constantFrom("GBP", "EUR"),
    credited: fc.boolean(),
    paid: fc.option(
      fc.record({
        amount: cents,
        method: fc.constantFrom("cash", "check", "credit_card", "other"),
        back: fc.boolean(),
      }),
    ),
  });

  it("balance to the cent, entry by entry and currency by currency", async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 6 }), async (documents) => {
        lab = await buildLab(owner);
        for (const { on, lines, currency, credited, paid } of documents) {
          made += 1;
          const sent = await buildSent(owner, lab, { number: `INV-${made}`, on, lines, currency });
          const [first] = lines;
          if (credited && first)
            await buildCredit(owner, lab, sent, { number: `CN-${made}`, on, net: first.net, tax: first.tax });
          if (!paid) continue;
          const paymentId = await buildPayment(owner, lab, { ...paid, on, currency, reference: null });
          if (paid.back) await takeBack(owner, lab, paymentId, { amount: paid.amount, on });
        }
        const all = await read();
        const entries = new Set(all.map(({ entry }) => entry));
        for (const entry of entries) {
          const own = all.filter((each) => each.entry === entry);
          expect(new Set(own.map(({ currency, day: on }) => `${currency} ${on}`)).size).toBe(1);
          expect(sum(own, "debit")).toBe(sum(own, "credit"));
        }
        const { totals } = await asActor(manager(), (tx) => sumEntries(tx, YEAR));
        for (const currency of ["GBP", "EUR"]) {
          const own = totals.filter((total) => total.currency === currency);
          expect(sum(own, "debit")).toBe(sum(own, "credit"));
          expect(sum(own, "debit")).toBe(
            sum(
              all.filter((each) => each.currency === currency),
              "debit",
            ),
          );
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
