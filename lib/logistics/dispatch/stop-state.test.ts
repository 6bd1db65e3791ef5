import { describe, expect, it } from "vitest";
import { dayFigures } from "./day-figures";
import { latenessOf, onTime, type StopTimes } from "./stop-state";

const clock = (text: string) => Date.parse(`2026-03-03T${text}:00Z`);
const stop = (of: Partial<StopTimes>): StopTimes => ({
  status: "planned",
  expectedAt: clock("10:00"),
  arrivedAt: null,
  completedAt: null,
  closesAt: clock("12:00"),
  dueOn: "2026-03-03",
  day: "2026-03-03",
  ...of,
});
const now = clock("09:00");

describe("a stop", () => {
  it.each<[string, Partial<StopTimes>, object]>([
    ["to do and in time", {}, { state: "open", afterClosing: 0, overdue: 0, pastDue: false }],
    ["expected after they close", { expectedAt: clock("12:20") }, { state: "late", afterClosing: 20 }],
    ["not reported for a while", { expectedAt: clock("08:50") }, { state: "open", overdue: 0 }],
    ["not reported for long", { expectedAt: clock("08:40") }, { state: "late", overdue: 20 }],
    ["with what was promised before", { dueOn: "2026-03-02" }, { state: "late", pastDue: true }],
    ["put off and late", { status: "skipped", expectedAt: clock("12:05") }, { state: "late", afterClosing: 5 }],
    ["with the driver at the door", { status: "arrived", arrivedAt: clock("08:55") }, { state: "here", overdue: 0 }],
    ["that failed", { status: "failed", completedAt: clock("08:30"), expectedAt: null }, { state: "failed" }],
    ["done late", { status: "delivered", completedAt: clock("12:10") }, { state: "done", afterClosing: 10 }],
    [
      "without times",
      { expectedAt: null, closesAt: null, dueOn: null },
      { state: "open", afterClosing: 0, overdue: 0 },
    ],
  ])("%s", (_, of, lateness) => expect(latenessOf(stop(of), now)).toMatchObject(lateness));

  it("is on time when it was handed over before closing on the promised day", () => {
    const done = { status: "delivered", completedAt: clock("11:00") } as const;
    expect(onTime(latenessOf(stop(done), now))).toBe(true);
    expect(onTime(latenessOf(stop({ ...done, completedAt: clock("12:01") }), now))).toBe(false);
    expect(onTime(latenessOf(stop({ ...done, dueOn: "2026-03-02" }), now))).toBe(false);
    expect(onTime(latenessOf(stop({}), now))).toBe(false);
  });
});

describe("the day's figures", () => {
  const done = latenessOf(stop({ status: "delivered", completedAt: clock("11:00") }), now);
  const late = latenessOf(stop({ status: "delivered", completedAt: clock("13:00") }), now);
  const failed = latenessOf(stop({ status: "failed", completedAt: clock("11:30") }), now);
  const open = latenessOf(stop({}), now);

  it("counts shares of what is over, and stops per hour on the road", () => {
    const figures = dayFigures([
      { onRoadMinutes: 90, stops: [done, late, failed, open] },
      { onRoadMinutes: 30, stops: [done] },
    ]);
    expect(figures).toEqual({ stops: 5, over: 4, onTimePercent: 67, failedPercent: 25, stopsPerHour: 2 });
  });

  it("has none before anything is over", () => {
    expect(dayFigures([{ onRoadMinutes: 0, stops: [open] }])).toEqual({
      stops: 1,
      over: 0,
      onTimePercent: null,
      failedPercent: null,
      stopsPerHour: null,
    });
  });
});
