import { expect, test } from "vitest";
import { filterWords } from "./filter-words";
import { listQuery, sameQuery } from "./list-address";
import { caseListParams } from "./list-filter";

const words = (params: Record<string, string>) =>
  filterWords(caseListParams.parse(params), { practice: "Kelvin Dental" }, "en-GB").map(({ label }) => label);

test("says every filter that narrows the list, and no order or page", () => {
  expect(words({ sort: "due", after: "x" })).toEqual([]);
  expect(
    words({
      q: "smith",
      status: "moving",
      late: "1",
      practice: "01a1fb95-0286-751e-838d-88a13b389c27",
      due: "0d..7d",
      ship: "..-1d",
      created: "2026-11-01..2026-11-01",
      procedure: "crowns",
      assigned: "nobody",
    }),
  ).toEqual([
    "“smith”",
    "Status: Open, not on hold",
    "Assigned to: nobody yet",
    "Late",
    "Practice: Kelvin Dental",
    "Work: Crown",
    "Due from today to in 7 days",
    "Ships until yesterday",
    "Submitted 1 Nov 2026",
  ]);
});

test("reads nothing from what is no range of days", () => {
  for (const due of ["..", "x", "2026-13-01..", "1d..2d..3d", "5", "0000-01-01", "9999d..", "today"])
    expect(caseListParams.parse({ due }).due, due).toBeUndefined();
  expect(caseListParams.parse({ due: "0d" }).due).toEqual({ from: { fromToday: 0 }, to: { fromToday: 0 } });
});

test("two addresses are the same list whatever their order; the page is not part of it", () => {
  expect(sameQuery("a=1&b=2", "b=2&a=1")).toBe(true);
  expect(sameQuery("a=1", "a=2")).toBe(false);
  expect(listQuery({ status: "open", after: "x", cols: "number", odd: "y", q: ["a"] }).toString()).toBe(
    "status=open&cols=number",
  );
});
