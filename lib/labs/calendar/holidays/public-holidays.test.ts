import { expect, test } from "vitest";
import { publicHolidays, regionsOf } from "./public-holidays";

const of = async (country: string, region: string | null, from: string, to: string, language = "en") =>
  (await publicHolidays({ country, region, language }, from, to)).map(({ day, name }) => `${day} ${name}`);

test("the part of a country decides, and both ends of the time count", async () => {
  expect(await of("GB", "SCT", "2026-11-30", "2027-01-02")).toEqual([
    "2026-11-30 St Andrew’s Day",
    "2026-12-25 Christmas Day",
    "2026-12-26 Boxing Day",
    "2026-12-28 Boxing Day (substitute day)",
    "2027-01-01 New Year's Day",
    "2027-01-02 January 2nd",
  ]);
  expect(await of("GB", "ENG", "2026-11-30", "2026-12-26")).toEqual([
    "2026-12-25 Christmas Day",
    "2026-12-26 Boxing Day",
  ]);
});

test("a place within a part adds its own, in the lab's language", async () => {
  expect(await of("DE", "BY", "2026-08-01", "2026-08-14", "de")).toEqual([]);
  expect(await of("DE", "BY.A", "2026-08-01", "2026-08-14", "de")).toEqual(["2026-08-08 Augsburger Friedensfest"]);
});

test("what begins at sunset counts on the day it is kept, and each of several days counts", async () => {
  expect(await of("IL", null, "2026-09-10", "2026-09-21")).toEqual([
    expect.stringMatching(/^2026-09-12 /),
    expect.stringMatching(/^2026-09-13 /),
    expect.stringMatching(/^2026-09-21 /),
  ]);
  const eid = await of("SA", null, "2026-03-01", "2026-03-31");
  expect(eid.map((line) => line.slice(0, 10))).toEqual(["2026-03-19", "2026-03-20", "2026-03-21", "2026-03-22"]);
});

test("half days are left out, and a country without a calendar has none", async () => {
  expect((await of("CN", null, "2026-03-01", "2026-03-31")).filter((line) => line.includes("03-08"))).toEqual([]);
  expect(await of("XX", null, "2026-01-01", "2026-12-31")).toEqual([]);
  expect(await regionsOf("XX", "en")).toEqual([]);
});

test("parts of a country are told by name, places within them after them", async () => {
  expect(await regionsOf("GB", "en")).toContainEqual({ value: "SCT", label: "Scotland" });
  expect((await regionsOf("DE", "de")).filter(({ value }) => value.startsWith("BY")).map(({ label }) => label)).toEqual(
    [
      "Bayern",
      expect.stringMatching(/^Bayern: .*Augsburg/),
      expect.stringMatching(/^Bayern: /),
      expect.stringMatching(/^Bayern: /),
    ],
  );
  expect(await regionsOf("LU", "fr")).toEqual([]);
});
