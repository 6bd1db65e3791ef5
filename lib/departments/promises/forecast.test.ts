import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FARTHEST, forecast, type OpenItem } from "./forecast";

const item = (itemId: string, units: number, of: Partial<OpenItem> = {}): OpenItem => ({
  itemId,
  caseId: itemId,
  units,
  urgency: "standard",
  dueOn: "2026-12-01",
  begins: 0,
  ahead: [
    { departmentId: "mill", days: 1 },
    { departmentId: "furnace", days: 1 },
  ],
  ...of,
});
const unbounded = () => null;
const days = (items: OpenItem[], can: (id: string, day: number) => number | null, passes = true) =>
  Object.fromEntries([...forecast(items, can, passes)].map(([id, { day }]) => [id, day]));

describe("the forecast of open work", () => {
  it("adds up the days that are left where nothing waits", () => {
    const halves = [
      { departmentId: "scan", days: 0.5 },
      { departmentId: "mill", days: 1 },
      { departmentId: null, days: 0.5 },
    ];
    expect(
      days(
        [
          item("tomorrow", 1),
          item("today", 1, { begins: -1 }),
          item("halves", 1, { ahead: halves }),
          item("to come", 1, { begins: 1.5 }),
          item("made", 1, { begins: -1, ahead: [] }),
        ],
        unbounded,
      ),
    ).toEqual({ tomorrow: 2, today: 1, halves: 2, "to come": 4, made: 0 });
  });

  it("lets work wait where a day is full, and reach the next department later", () => {
    const can = (id: string) => (id === "mill" ? 3 : 2);
    // Mill: 3 of a on day 1; its fourth, then 2 of b on day 2; b's last on day 3. Furnace: a on days 3 and 4, b on 5 and 6.
    const finished = forecast([item("a", 4), item("b", 3, { dueOn: "2026-12-02" })], can, true);
    expect(finished.get("a")).toEqual({
      day: 4,
      waits: [
        { departmentId: "mill", from: 1, to: 1 },
        { departmentId: "furnace", from: 3, to: 3 },
      ],
    });
    expect(finished.get("b")).toEqual({
      day: 6,
      waits: [
        { departmentId: "mill", from: 1, to: 2 },
        { departmentId: "furnace", from: 4, to: 5 },
      ],
    });
  });

  it("takes what arrives first, on one day the more urgent and the earlier due first", () => {
    const one = () => 1;
    const alone = [{ departmentId: "mill", days: 1 }];
    const first = item("first", 1, { begins: -1, ahead: alone });
    const due = item("due", 1, { dueOn: "2026-11-30", ahead: alone });
    const later = item("later", 1, { dueOn: "2026-12-09", ahead: alone });
    const rush = item("rush", 1, { urgency: "rush", dueOn: "2026-12-09", ahead: alone });
    expect(days([later, due, rush, first], one)).toEqual({ first: 0, rush: 1, due: 2, later: 3 });
  });

  it("lets rushed work pass the queue only where the lab says so", () => {
    const one = () => 1;
    const alone = [{ departmentId: "mill", days: 1 }];
    const line = [1, 2, 3].map((n) => item(`s${n}`, 1, { ahead: alone }));
    const rush = item("rush", 1, { urgency: "rush", begins: 1, ahead: alone });
    expect(days([...line, rush], one, true)).toEqual({ s1: 1, rush: 2, s2: 3, s3: 4 });
    expect(days([...line, rush], one, false)).toEqual({ s1: 1, s2: 2, s3: 3, rush: 4 });
  });

  it("makes nothing on a day without anybody, and never ends where nobody ever comes", () => {
    const shut = (id: string, day: number) => (id === "mill" && day >= 1 && day <= 3 ? 0 : 5);
    expect(days([item("a", 2)], shut)).toEqual({ a: 5 });
    expect(days([item("a", 2)], () => 0)).toEqual({ a: FARTHEST });
  });

  it("never finishes the whole of the work sooner with less capacity, and finishes every item once", () => {
    const work = fc.array(
      fc.record({ units: fc.integer({ min: 1, max: 9 }), begins: fc.integer({ min: -1, max: 4 }) }),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(work, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 5 }), (made, capacity, shut) => {
        const items = made.map(({ units, begins }, i) => item(`${i}`, units, { begins }));
        const full = Object.values(days(items, () => capacity));
        const less = Object.values(days(items, (id, day) => (id === "mill" && day < shut ? 0 : capacity)));
        expect(less).toHaveLength(items.length);
        expect(Math.max(...less)).toBeGreaterThanOrEqual(Math.max(...full));
      }),
    );
  });
});
