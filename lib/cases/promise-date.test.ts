import { describe, expect, test } from "vitest";
import type { DepartmentLoad } from "./load-queue";
import type { PromiseRequest } from "./promise-date";
import {
  bridge,
  crown,
  gulf,
  holiday,
  honolulu,
  milling,
  model,
  monday,
  nearlySeven,
  noMondays,
  promise,
} from "./testing/promise-request";

// Worked by hand on a calendar. 2026-11-23 is a Monday.
type Row = [what: string, now: string, options: Partial<PromiseRequest>, finishedOn: string, dueOn: string];

describe("days of lab, way and practice", () => {
  test.each<Row>([
    ["Monday morning: 4 days to Friday, on the way until Monday", monday, {}, "2026-11-27", "2026-11-30"],
    ["without a day on the way", monday, { transitDays: 0 }, "2026-11-27", "2026-11-27"],
    ["a physical impression", monday, { physicalImpression: true }, "2026-11-30", "2026-12-01"],
    ["rush", monday, { urgency: "rush" }, "2026-11-25", "2026-11-26"],
    [
      "rush with a physical impression",
      monday,
      { urgency: "rush", physicalImpression: true },
      "2026-11-26",
      "2026-11-27",
    ],
    [
      "rush is never slower than the usual days",
      monday,
      { urgency: "rush", items: [model] },
      "2026-11-24",
      "2026-11-25",
    ],
    ["the slowest item decides", monday, { items: [crown, bridge] }, "2026-12-02", "2026-12-03"],
    ["halves round up", monday, { items: [nearlySeven] }, "2026-12-02", "2026-12-03"],
    ["a minute before closing", "2026-11-23T17:59Z", {}, "2026-11-27", "2026-11-30"],
    ["at closing it counts from Tuesday", "2026-11-23T18:00Z", {}, "2026-11-30", "2026-12-01"],
    ["Friday after closing counts from Monday", "2026-11-27T19:00Z", {}, "2026-12-04", "2026-12-07"],
    ["Saturday counts from Monday", "2026-11-28T09:00Z", {}, "2026-12-04", "2026-12-07"],
    ["over Christmas and the year's end", "2026-12-22T09:00Z", {}, "2026-12-30", "2026-12-31"],
    ["New Year's Day is not a day", "2026-12-23T09:00Z", {}, "2026-12-31", "2027-01-04"],
    ["from the last minutes of the year", "2026-12-31T23:59Z", {}, "2027-01-08", "2027-01-11"],
    ["over the end of summer time", "2026-10-23T16:30Z", {}, "2026-10-29", "2026-10-30"],
    ["17:30 UTC in summer is after closing in London", "2026-10-23T17:30Z", {}, "2026-10-30", "2026-11-02"],
    ["17:30 UTC in winter is not", "2026-10-26T17:30Z", {}, "2026-10-30", "2026-11-02"],
    ["over the start of summer time", "2027-03-26T09:00Z", {}, "2027-04-01", "2027-04-02"],
    ["17:30 UTC on the last winter Friday is open", "2027-03-26T17:30Z", {}, "2027-04-01", "2027-04-02"],
    ["… and on the first summer Monday it is closed", "2027-03-29T17:30Z", {}, "2027-04-05", "2027-04-06"],
    [
      "Honolulu is on Monday when London is on Tuesday",
      "2026-11-24T03:00Z",
      { calendar: honolulu },
      "2026-11-27",
      "2026-11-30",
    ],
    ["… and past closing an hour later", "2026-11-24T04:00Z", { calendar: honolulu }, "2026-11-30", "2026-12-01"],
    ["Dubai works on Sunday and not on Friday", "2026-11-22T06:00Z", { calendar: gulf }, "2026-11-26", "2026-11-29"],
    ["the practice is shut on Mondays", monday, { practice: noMondays }, "2026-11-27", "2026-12-01"],
    ["the practice is away for a week", monday, { practice: holiday }, "2026-11-27", "2026-12-07"],
    [
      "a practice that never opens counts as open",
      monday,
      { practice: { closedWeekdays: [1, 2, 3, 4, 5, 6, 7], closings: [] } },
      "2026-11-27",
      "2026-11-30",
    ],
    ["nothing is made: only the way", monday, { items: [] }, "2026-11-23", "2026-11-24"],
  ])("%s", (_, now, options, finishedOn, dueOn) => {
    expect(promise(now, options)).toMatchObject({ finishedOn, dueOn });
  });

  test("what waits for the practice may leave later", () => {
    expect(promise(monday, { practice: noMondays })).toMatchObject({ finishedOn: "2026-11-27", shipBy: "2026-11-30" });
    expect(promise(monday, { practice: holiday })).toMatchObject({ shipBy: "2026-12-04" });
  });
});

// A crown comes to milling on Wednesday, its second day; the days before it are Tuesday 24 and, from day 1 on, Wednesday 25, …
describe("full departments", () => {
  test.each<[...Row, fullOn: string[]]>([
    ["room for one more", monday, { load: milling([1, 9]) }, "2026-11-27", "2026-11-30", []],
    ["Wednesday is taken", monday, { load: milling([1, 10]) }, "2026-11-30", "2026-12-01", ["2026-11-25"]],
    [
      "three days' work is there, one is done by then",
      monday,
      { load: milling([0, 30]) },
      "2026-12-01",
      "2026-12-02",
      ["2026-11-25", "2026-11-26"],
    ],
    ["what arrives after it stands behind it", monday, { load: milling([2, 500]) }, "2026-11-27", "2026-11-30", []],
    [
      "from tomorrow the queue is a day shorter",
      "2026-11-23T18:00Z",
      { load: milling([0, 30]) },
      "2026-12-01",
      "2026-12-02",
      ["2026-11-26"],
    ],
    [
      "over a weekend",
      "2026-11-26T09:00Z",
      { load: milling([1, 20]) },
      "2026-12-04",
      "2026-12-07",
      ["2026-11-30", "2026-12-01"],
    ],
    ["rush passes standard work", monday, { urgency: "rush", load: milling([0, 30]) }, "2026-11-25", "2026-11-26", []],
    [
      "… but not other rush",
      monday,
      { urgency: "rush", load: milling([0, 30, "rush"]) },
      "2026-11-30",
      "2026-12-01",
      ["2026-11-24", "2026-11-25", "2026-11-26"],
    ],
    [
      "an emergency passes rush",
      monday,
      { urgency: "emergency", load: milling([0, 30, "rush"]) },
      "2026-11-25",
      "2026-11-26",
      [],
    ],
    [
      "where rush does not pass",
      monday,
      { urgency: "rush", rushPassesQueue: false, load: milling([0, 30]) },
      "2026-11-30",
      "2026-12-01",
      ["2026-11-24", "2026-11-25", "2026-11-26"],
    ],
    [
      "its own items fill a day",
      monday,
      { items: Array(11).fill(crown), load: milling() },
      "2026-11-30",
      "2026-12-01",
      ["2026-11-25"],
    ],
    [
      "more units than a day takes",
      monday,
      { items: [{ ...bridge, units: 12 }], load: milling() },
      "2026-12-03",
      "2026-12-04",
      ["2026-11-26"],
    ],
  ])("%s", (_, now, options, finishedOn, dueOn, fullOn) => {
    const promised = promise(now, options);
    expect(promised).toMatchObject({ finishedOn, dueOn });
    expect(promised.full).toEqual(fullOn.length > 0 ? [{ department: "Milling", days: fullOn }] : []);
  });

  test("work that the lab has not received begins no earlier than a new case", () => {
    const [cad, cam] = milling([1, 10]) as [DepartmentLoad, DepartmentLoad];
    const load = [cad, { ...cam, coming: cam.coming.map((work) => ({ ...work, received: false })) }];
    for (const [now, fullOn, dueOn] of [
      [monday, "2026-11-25", "2026-12-01"],
      ["2026-11-23T18:00Z", "2026-11-26", "2026-12-02"],
      ["2026-11-22T09:00Z", "2026-11-25", "2026-12-01"],
    ] as const) {
      expect(promise(now, { load })).toMatchObject({ full: [{ department: "Milling", days: [fullOn] }], dueOn });
    }
  });

  test("rush is never later than standard, whatever waits", () => {
    for (let n = 0; n < 60; n++) {
      const load = milling([n % 4, n], [1, (n * 7) % 31, "rush"], [0, (n * 3) % 17, "emergency"]);
      for (const rushPassesQueue of [true, false]) {
        const [standard, rush, emergency] = (["standard", "rush", "emergency"] as const).map(
          (urgency) => promise(monday, { urgency, load, rushPassesQueue, items: [crown, bridge] }).dueOn,
        ) as [string, string, string];
        expect(rush <= standard).toBe(true);
        expect(emergency <= rush).toBe(true);
      }
    }
  });

  test("the stages of the slowest item lie on working days, one after the other", () => {
    expect(promise("2026-11-26T09:00Z", { load: milling([1, 10]) }).slowest?.spans).toMatchObject([
      { stage: "impression_scan", department: "Design", from: "2026-11-27", to: "2026-11-27", fullOn: [] },
      { stage: "design", from: "2026-11-27", to: "2026-11-30" },
      { stage: "milling", department: "Milling", from: "2026-12-01", to: "2026-12-01", fullOn: ["2026-11-30"] },
      { stage: "sintering", department: null, from: "2026-12-02", to: "2026-12-02" },
      { stage: "quality_control", from: "2026-12-03", to: "2026-12-03" },
    ]);
  });
});
