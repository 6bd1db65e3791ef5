import { describe, expect, test } from "vitest";
import { causeWords, reasonWords } from "./due-words";
import { refusalOfWantedDay } from "./promise-date";
import { bridge, crown, london, milling, monday, noMondays, promise } from "./testing/promise-request";

describe("the reason in words", () => {
  test("adds up what it counted and names every other cause", () => {
    const options = {
      items: [crown, bridge],
      physicalImpression: true,
      load: milling([0, 40]),
      practice: { closedWeekdays: [4], closings: [{ from: "2027-01-08", to: "2027-01-11", name: "Training" }] },
    };
    const promised = promise("2026-12-23T19:00Z", options);
    expect(promised).toMatchObject({ startsOn: "2026-12-24", startsLater: "after_closing", waitDays: 0 });
    expect(promise("2026-12-23T19:00Z", { ...options, load: milling([0, 50]) }).waitDays).toBe(1);
    expect(reasonWords(promised, "en-GB")).toBe(
      "Bridge: 7 working days + 1 for the physical impression + 1 day on the way. " +
        "The lab has closed for today, so it counts from Thu 24 Dec. The lab is closed on Fri 25 Dec (Christmas Day). " +
        "The lab is closed on Mon 28 Dec (Boxing Day, observed). The lab is closed on Fri 1 Jan (New Year's Day). " +
        "The practice is closed on Mon 11 Jan (Training).",
    );
    expect(causeWords(promise("2026-11-28T09:00Z"), "en-GB")).toEqual([
      "The lab is closed today, so it counts from Mon 30 Nov.",
    ]);
  });

  test("names the full department and its day", () => {
    expect(reasonWords(promise(monday, { load: milling([1, 10]) }), "en-GB")).toBe(
      "Crown: 4 working days + 1 waiting + 1 day on the way. Milling is full on Wed 25 Nov.",
    );
    expect(causeWords(promise(monday, { load: milling([0, 30]) }), "en-GB")).toEqual([
      "Milling is full on Wed 25 Nov and Thu 26 Nov.",
    ]);
    expect(causeWords(promise(monday, { load: milling([0, 60]) }), "en-GB")).toEqual([
      "Milling is full on 5 days from Wed 25 Nov to Tue 1 Dec.",
    ]);
  });

  test("names the practice's weekly day without a name", () => {
    expect(causeWords(promise(monday, { practice: noMondays }), "en-GB")).toEqual([
      "The practice is closed on Mon 30 Nov.",
    ]);
  });
});

describe("a wanted day", () => {
  const practice = { closedWeekdays: [], closings: [{ from: "2027-01-05", to: "2027-01-05", name: "Training" }] };
  const promised = promise("2026-12-21T09:00Z", { practice }); // due Wednesday 30 December
  test.each([
    ["2026-12-20", "past"],
    ["2026-12-24", "too_early"],
    ["2026-12-29", "too_early"],
    ["2026-12-30", null],
    ["2027-01-01", "closed"],
    ["2027-01-02", "closed"],
    ["2027-01-04", null],
    ["2027-01-05", "practice_closed"],
    ["2027-12-23", "too_far"],
  ])("%s: %s", (wanted, refusal) => {
    expect(promised.dueOn).toBe("2026-12-30");
    expect(refusalOfWantedDay(wanted, promised, london, practice)).toBe(refusal);
  });
});
