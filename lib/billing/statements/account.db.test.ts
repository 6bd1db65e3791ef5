import fc from "fast-check";
import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { fromHundredths, toHundredths } from "../hundredths";
import { readAccount } from "./account";
import { type Ageing, ageOf } from "./ageing";
import { type Allocated, buildStory, type Story, storyArbitrary } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner, "America/New_York");
});
afterAll(() => owner.release());

const day = (n: number) => DateTime.fromISO("2026-03-01").plus({ days: n }).toISODate() as string;
const cents = (sum: bigint) => fromHundredths(sum);

/** What an account must be on a day, reckoned forward from the documents themselves. */
function expected(story: Story, allocated: Allocated[], on: number) {
  const past = <T extends { day: number }>(all: T[]) => all.filter((one) => one.day <= on);
  const sum = (all: { cents: number }[]) => all.reduce((total, one) => total + BigInt(one.cents), 0n);
  const balance =
    sum(past(story.invoices)) - sum(past(story.notes)) - sum(past(story.payments)) + sum(past(story.refunds));
  const ageing: Record<keyof Ageing, bigint> = { notDue: 0n, days30: 0n, days60: 0n, days90: 0n, older: 0n };
  let open = 0n;
  for (const [i, invoice] of story.invoices.entries()) {
    if (invoice.day > on) continue;
    const settled = allocated.filter((a) => a.invoice === i && a.day <= on).reduce((t, a) => t + BigInt(a.cents), 0n);
    const owed = BigInt(invoice.cents) - settled;
    ageing[ageOf(on - invoice.due)] += owed;
    open += owed;
  }
  return { balance: cents(balance), credit: cents(open - balance), ageing };
}

describe("an account", () => {
  it("is on any day what its documents and allocations up to that day make it, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(storyArbitrary, fc.array(fc.nat(200), { minLength: 3, maxLength: 5 }), async (story, days) => {
        const { practiceId, allocated } = await buildStory(owner, lab, story, day);
        for (const on of [...days, 200]) {
          const account = await asActor(lab.actors.staff, (tx) =>
            readAccount(tx, practiceId, { currency: "GBP", from: day(on >> 1), to: day(on) }),
          );
          const wanted = expected(story, allocated, on);
          expect(account.closing).toBe(wanted.balance);
          expect(account.credit).toBe(wanted.credit);
          expect(account.ageing).toEqual(
            Object.fromEntries(Object.entries(wanted.ageing).map(([age, sum]) => [age, cents(sum)])),
          );
          const moved = account.entries.reduce((sum, { amount }) => sum + toHundredths(amount), 0n);
          expect(account.opening).toBe(cents(toHundredths(account.closing) - moved));
          expect(account.open.every(({ balance }) => balance !== "0.00")).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
