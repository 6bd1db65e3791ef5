import { describe, expect, it } from "vitest";
import { DEFAULT_LEVELS, fillPlaceholders, reminderLevelsSchema, unknownPlaceholders } from "./levels";
import { nextLevel } from "./next-level";

describe("words with placeholders", () => {
  it.each([
    ["Dear {practice}, {amount}", []],
    ["Dear {name}", ["{name}"]],
    ["Dear {practice, pay", ["{"]],
    ["100 }", ["}"]],
    ["Dear {constructor}", ["{constructor}"]],
  ])("%s", (text, unknown) => expect(unknownPlaceholders(text)).toEqual(unknown));

  it("are filled without reading what was filled in", () => {
    const values = { practice: "{lab}", lab: "Lab", invoices: "", amount: "£1", days: "3", due: "", bank: "" };
    expect(fillPlaceholders("{practice} owes {amount}", values)).toBe("{lab} owes £1");
    expect(fillPlaceholders("Dear {toString}", values)).toBe("Dear ");
  });
});

describe("levels", () => {
  const with1 = (change: object) =>
    reminderLevelsSchema.safeParse({ levels: [{ ...DEFAULT_LEVELS[0], ...change }] }).success;
  it("are accepted as they come, and refused when they cannot be meant", () => {
    expect(reminderLevelsSchema.safeParse({ levels: DEFAULT_LEVELS }).success).toBe(true);
    expect(reminderLevelsSchema.safeParse({ levels: DEFAULT_LEVELS.toReversed() }).success).toBe(false);
    expect(reminderLevelsSchema.safeParse({ levels: [] }).success).toBe(false);
    for (const wrong of [{ days: 0 }, { days: "x" }, { days: 2.5 }, { subject: "" }, { words: "{oops}" }, { extra: 1 }])
      expect(with1(wrong)).toBe(false);
  });
});

const LEVELS = [{ days: 7 }, { days: 21 }, { days: 35 }];
it.each([
  [6, null, null],
  [7, null, 1],
  [90, null, 1],
  [20, { level: 1, daysAgo: 13 }, null],
  [21, { level: 1, daysAgo: 13 }, null],
  [21, { level: 1, daysAgo: 14 }, 2],
  [35, { level: 2, daysAgo: 14 }, 3],
  [34, { level: 2, daysAgo: 20 }, null],
  [400, { level: 3, daysAgo: 300 }, null],
])("an invoice %i days overdue, last reminded %o, is due at level %o", (days, last, level) =>
  expect(nextLevel(LEVELS, days, last)).toBe(level),
);
