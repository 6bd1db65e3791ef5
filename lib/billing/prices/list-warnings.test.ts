import { describe, expect, it, test } from "vitest";
import { PROCEDURE_TYPES } from "@/lib/cases/vocabulary";
import { type DefaultWarning, defaultWarnings, unpricedTypes } from "./list-warnings";

const list = (name: string, validFrom: string, validTo: string | null = null) => ({
  id: name,
  name,
  validFrom,
  validTo,
});
const today = "2026-11-22";

describe("the lab's default lists", () => {
  test.each<[what: string, lists: ReturnType<typeof list>[], expected: DefaultWarning[]]>([
    ["one without an end", [list("A", "2025-01-01")], []],
    ["none", [], [{ kind: "gap", from: today, to: null }]],
    ["one that ended", [list("A", "2025-01-01", "2026-10-31")], [{ kind: "gap", from: today, to: null }]],
    ["one that ends", [list("A", "2025-01-01", "2026-12-31")], [{ kind: "gap", from: "2027-01-01", to: null }]],
    ["one after the other", [list("A", "2025-01-01", "2026-12-31"), list("B", "2027-01-01")], []],
    [
      "a day between",
      [list("B", "2027-01-02"), list("A", "2025-01-01", "2026-12-31")],
      [{ kind: "gap", from: "2027-01-01", to: "2027-01-01" }],
    ],
    ["a gap of the past", [list("A", "2025-01-01", "2025-06-30"), list("B", "2026-01-01")], []],
    [
      "one that begins while the other goes on",
      [list("A", "2025-01-01"), list("B", "2027-01-01", "2027-06-30")],
      [{ kind: "overlap", first: "A", second: "B", from: "2027-01-01", to: "2027-06-30" }],
    ],
    ["an overlap of the past", [list("A", "2025-01-01", "2025-12-31"), list("B", "2025-06-01")], []],
    [
      "both",
      [list("A", "2025-01-01", "2027-01-31"), list("B", "2027-01-01", "2027-02-28"), list("C", "2027-04-01")],
      [
        { kind: "gap", from: "2027-03-01", to: "2027-03-31" },
        { kind: "overlap", first: "A", second: "B", from: "2027-01-01", to: "2027-01-31" },
      ],
    ],
  ])("%s", (_, lists, expected) => expect(defaultWarnings(lists, today)).toEqual(expected));
});

it("names what has no price", () => {
  const all = PROCEDURE_TYPES.map((procedureType) => ({ procedureType }));
  expect(unpricedTypes(all)).toEqual([]);
  expect(unpricedTypes(all.filter(({ procedureType }) => procedureType !== "models"))).toEqual(["models"]);
});
