import fc from "fast-check";
import { expect, test } from "vitest";
import { type Candidate, chooseLots, isUsable } from "./choose-lots";
import { fromThousandths, toThousandths } from "./thousandths";

const TODAY = "2026-11-21";
const lot = (id: string, left: bigint, more: Partial<Candidate> = {}): Candidate => ({
  id,
  itemId: "disc",
  rank: 0,
  expiresOn: "2027-01-01",
  receivedOn: "2026-10-01",
  isRecalled: false,
  left,
  ...more,
});
const ids = (need: bigint, lots: Candidate[]) => chooseLots(need, lots, TODAY).taken.map(({ lotId }) => lotId);

test.each([
  [
    "what expires first goes first",
    500n,
    [lot("late", 1000n), lot("soon", 1000n, { expiresOn: "2026-12-01" })],
    ["soon"],
  ],
  ["one without expiry comes last", 500n, [lot("never", 1000n, { expiresOn: null }), lot("late", 1000n)], ["late"]],
  ["on the day it expires a lot is still used", 500n, [lot("today", 1000n, { expiresOn: TODAY })], ["today"]],
  ["the day after it is not", 500n, [lot("gone", 1000n, { expiresOn: "2026-11-20" }), lot("late", 1000n)], ["late"]],
  ["a recalled one is left alone", 500n, [lot("recalled", 1000n, { isRecalled: true })], []],
  [
    "the wanted shade goes before an earlier expiry",
    500n,
    [lot("any", 1000n, { rank: 1, expiresOn: TODAY }), lot("a2", 1000n)],
    ["a2"],
  ],
  [
    "of two that expire alike the one that came first",
    500n,
    [lot("b", 900n), lot("a", 900n, { receivedOn: "2026-09-01" })],
    ["a"],
  ],
  ["what one lot lacks comes from the next", 1500n, [lot("a", 1000n), lot("b", 1000n)], ["a", "b"]],
])("%s", (_words, need, lots, expected) => {
  expect(ids(need, lots)).toEqual(expected);
});

const anyLot = fc.record({
  id: fc.uuid(),
  itemId: fc.constant("disc"),
  rank: fc.integer({ min: 0, max: 1 }),
  expiresOn: fc.constantFrom(null, "2026-11-20", TODAY, "2027-01-01"),
  receivedOn: fc.constantFrom(null, "2026-10-01"),
  isRecalled: fc.boolean(),
  left: fc.bigInt({ min: 0n, max: 5000n }),
});

test("what is taken and what is missing come to the need, no lot gives more than it has, and no unusable one gives anything", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 20000n }),
      fc.uniqueArray(anyLot, { selector: ({ id }) => id }),
      (need, lots) => {
        const { taken, missing } = chooseLots(need, lots, TODAY);
        const sum = taken.reduce((all, { quantity }) => all + quantity, 0n);
        const usable = lots.filter((each) => isUsable(each, TODAY));
        const there = usable.reduce((all, { left }) => all + left, 0n);
        expect(sum + missing).toBe(need);
        expect(missing > 0n).toBe(there < need);
        for (const { lotId, quantity } of taken) {
          const of = usable.find(({ id }) => id === lotId);
          expect(of && quantity > 0n && quantity <= of.left).toBe(true);
        }
      },
    ),
  );
});

test.each([
  ["0", 0n],
  ["1", 1000n],
  ["0.05", 50n],
  ["12.345", 12345n],
  ["-0.5", -500n],
])("%s is %d thousandths and back", (words, size) => {
  expect(toThousandths(words)).toBe(size);
  expect(fromThousandths(size)).toBe(words);
});
