import { describe, expect, test } from "vitest";
import { causeWords, reasonWords } from "./due-words";
import type { PromiseRequest } from "./promise-date";
import { bridge, crown, honolulu, milling, monday, promise, shortMilling } from "./testing/promise-request";

// Worked by hand. 2026-11-23 is a Monday; a crown comes to milling, 10 units a day, on Wednesday 25, its second working day.
type Row = [what: string, now: string, options: Partial<PromiseRequest>, dueOn: string, words: string[]];

describe("days on which a department can do less", () => {
  test.each<Row>([
    [
      "half are away and half a day is free",
      monday,
      { load: shortMilling({ "2026-11-25": 5 }, [1, 4]) },
      "2026-11-30",
      [],
    ],
    [
      "half are away and that half is taken",
      monday,
      { load: shortMilling({ "2026-11-25": 5 }, [1, 5]) },
      "2026-12-01",
      ["Milling is short of people on Wed 25 Nov."],
    ],
    [
      "nobody is there on Wednesday: a day later without any other work",
      monday,
      { load: shortMilling({ "2026-11-25": 0 }) },
      "2026-12-01",
      ["Milling is short of people on Wed 25 Nov."],
    ],
    [
      "nobody from Wednesday to Friday: from Monday on",
      monday,
      { load: shortMilling({ "2026-11-25": 0, "2026-11-26": 0, "2026-11-27": 0 }) },
      "2026-12-03",
      ["Milling is short of people on 3 days from Wed 25 Nov to Fri 27 Nov."],
    ],
    [
      "nobody on Tuesday: its ten stand on Wednesday, which is full",
      monday,
      { load: shortMilling({ "2026-11-24": 0 }, [0, 10]) },
      "2026-12-01",
      ["Milling is short of people on Tue 24 Nov.", "Milling is full on Wed 25 Nov."],
    ],
    [
      "nobody on Tuesday: nine of its ten stand there, one place is left on Wednesday",
      monday,
      { load: shortMilling({ "2026-11-24": 1 }, [0, 10]) },
      "2026-11-30",
      [],
    ],
    [
      "five of ten stand over from a short Wednesday and fill Thursday with five more",
      "2026-11-24T09:00Z", // a crown comes to milling on Thursday
      { load: shortMilling({ "2026-11-25": 5 }, [0, 10], [1, 5]) },
      "2026-12-02",
      ["Milling is short of people on Wed 25 Nov.", "Milling is full on Thu 26 Nov."],
    ],
    [
      "a bridge of 3 on days of 2, 2 and 10: taken up on Thursday",
      monday,
      { items: [{ ...bridge, rushDays: 4 }], load: shortMilling({ "2026-11-26": 2, "2026-11-27": 2 }) },
      "2026-12-04",
      ["Milling is short of people on Thu 26 Nov."],
    ],
    [
      "a day away that the case does not meet changes nothing",
      monday,
      { load: shortMilling({ "2026-11-24": 0, "2026-11-26": 0 }) },
      "2026-11-30",
      [],
    ],
    [
      "rush meets the same short day a day earlier",
      monday,
      { urgency: "rush", load: shortMilling({ "2026-11-24": 0 }) },
      "2026-11-27",
      ["Milling is short of people on Tue 24 Nov."],
    ],
    [
      "over the end of summer time: Monday 26 October is the lab's day, not UTC's",
      "2026-10-22T09:00Z", // Thursday: milling on Monday 26, the first day after the clocks went back
      { load: shortMilling({ "2026-10-26": 0 }) },
      "2026-10-30",
      ["Milling is short of people on Mon 26 Oct."],
    ],
    [
      "over the start of summer time",
      "2027-03-25T09:00Z", // Thursday: milling on Monday 29, the first day of summer time
      { load: shortMilling({ "2027-03-29": 5 }, [1, 5]) },
      "2027-04-02",
      ["Milling is short of people on Mon 29 Mar."],
    ],
    [
      "in Honolulu it is still Monday when London has Tuesday",
      "2026-11-24T03:00Z",
      { calendar: honolulu, load: shortMilling({ "2026-11-25": 0 }) },
      "2026-12-01",
      ["Milling is short of people on Wed 25 Nov."],
    ],
    [
      "after closing it meets Thursday instead",
      "2026-11-23T18:00Z",
      { load: shortMilling({ "2026-11-25": 0, "2026-11-26": 0 }) },
      "2026-12-02",
      ["The lab has closed for today, so it counts from Tue 24 Nov.", "Milling is short of people on Thu 26 Nov."],
    ],
  ])("%s", (_, now, options, dueOn, words) => {
    const promised = promise(now, options);
    expect([promised.dueOn, causeWords(promised, "en-GB")]).toEqual([dueOn, words]);
  });

  test("machines are named as such, and the sum counts the waiting", () => {
    const [cad, cam] = milling([1, 5]);
    if (!cad || !cam) throw new Error("No milling.");
    const otherDays = { "2026-11-25": { capacity: 5, shortOf: "machines" as const } };
    expect(reasonWords(promise(monday, { load: [cad, { ...cam, otherDays }] }), "en-GB")).toBe(
      "Crown: 4 working days + 1 waiting + 1 day on the way. Milling is short of machines on Wed 25 Nov.",
    );
  });

  test("more people away never make a promise earlier", () => {
    for (let n = 0; n < 40; n++) {
      const coming = [
        [n % 3, n % 37],
        [1, (n * 5) % 23],
      ] as [number, number][];
      const days = { "2026-11-24": n % 11, "2026-11-25": (n * 3) % 11, "2026-11-26": (n * 7) % 11, "2026-11-27": 0 };
      const items = [crown, bridge];
      const usual = promise(monday, { items, load: milling(...coming) }).dueOn;
      expect(promise(monday, { items, load: shortMilling(days, ...coming) }).dueOn >= usual).toBe(true);
    }
  });
});
