import { describe, expect, it } from "vitest";
import { proposalsOf } from "./maintenance-due";

const plan = (id: string, state: "overdue" | "due" | "later", on: string | null, plannedFrom: Date | null = null) => ({
  id,
  name: "Spindle service",
  machine: `MILL-${id}`,
  machineName: "Mill",
  plannedFrom,
  due: { state, on, reckoned: false, used: null },
});
const week = { first: "2026-11-23", last: "2026-11-29", today: "2026-11-24" };

describe("what the calendar proposes", () => {
  it("is due within the days drawn, in their order, the overdue on today", () => {
    const found = proposalsOf(
      [
        plan("4", "later", "2026-11-29"),
        plan("3", "overdue", "2026-10-01"),
        plan("2", "due", "2026-11-24"),
        plan("1", "later", "2026-11-30"),
        plan("0", "later", null),
      ],
      week,
    );
    expect(found.map(({ planId, day, overdue }) => [planId, day, overdue])).toEqual([
      ["2", "2026-11-24", false],
      ["3", "2026-11-24", true],
      ["4", "2026-11-29", false],
    ]);
  });

  it("is nothing for which a standstill is planned, and nothing overdue on other days than today", () => {
    expect(proposalsOf([plan("1", "due", "2026-11-25", new Date("2026-11-26T09:00:00Z"))], week)).toEqual([]);
    expect(
      proposalsOf([plan("1", "overdue", "2026-12-01")], {
        first: "2026-11-30",
        last: "2026-12-06",
        today: "2026-12-08",
      }),
    ).toEqual([]);
  });
});
