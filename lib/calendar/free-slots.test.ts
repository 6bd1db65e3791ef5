import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeSlots, type OpenHours } from "./free-slots";
import { labClock } from "./lab-time";

const london = "Europe/London";
const hours: OpenHours = {
  workingWeekdays: [1, 2, 3, 4, 5],
  opensAt: "08:00",
  closesAt: "12:00",
  closedOn: new Set(["2026-11-25"]),
};
const wanted = { minutes: 60, notBefore: "2026-11-01T00:00:00Z", from: "2026-11-24", to: "2026-11-30", most: 4 };
const said = (slots: { startsAt: string }[], zone = london) =>
  slots.map(({ startsAt }) => Object.values(labClock(startsAt, zone)).join(" "));

describe("free time", () => {
  it("begins when the lab opens and never overlaps itself", () => {
    expect(said(freeSlots([], hours, wanted, london))).toEqual([
      "2026-11-24 08:00",
      "2026-11-24 09:00",
      "2026-11-24 10:00",
      "2026-11-24 11:00",
    ]);
  });

  it("leaves out what is taken, closing days and weekends, and what would not end in time", () => {
    const taken = [
      { startsAt: "2026-11-24T08:20:00Z", endsAt: "2026-11-24T11:10:00Z" },
      { startsAt: "2026-11-26T07:00:00Z", endsAt: "2026-11-26T10:05:00Z" },
      { startsAt: "2026-11-27T00:00:00Z", endsAt: "2026-11-28T00:00:00Z" },
    ];
    expect(said(freeSlots(taken, hours, wanted, london))).toEqual([
      "2026-11-26 10:15",
      "2026-11-30 08:00",
      "2026-11-30 09:00",
      "2026-11-30 10:00",
    ]);
  });

  it("offers nothing that has begun, from the next quarter of an hour on", () => {
    const now = { ...wanted, notBefore: "2026-11-24T09:07:00Z", most: 1 };
    expect(said(freeSlots([], hours, now, london))).toEqual(["2026-11-24 09:15"]);
  });

  it("keeps the lab's hours in the weeks in which the clocks change", () => {
    const days = { ...wanted, from: "2027-03-26", to: "2027-03-29", most: 20, minutes: 240 };
    const slots = freeSlots([], hours, days, london);
    expect(slots.map((slot) => slot.startsAt)).toEqual(["2027-03-26T08:00:00.000Z", "2027-03-29T07:00:00.000Z"]);
  });

  it("is always free, within the hours, and as long as wanted", () => {
    const base = Date.parse("2026-11-24T00:00:00Z");
    const span = fc.tuple(fc.integer({ min: 0, max: 7 * 24 * 60 }), fc.integer({ min: 1, max: 600 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), fc.integer({ min: 5, max: 240 }), (spans, minutes) => {
        const taken = spans.map(([from, length]) => ({
          startsAt: new Date(base + from * 60_000).toISOString(),
          endsAt: new Date(base + (from + length) * 60_000).toISOString(),
        }));
        for (const slot of freeSlots(taken, hours, { ...wanted, minutes, most: 50 }, london)) {
          expect(Date.parse(slot.endsAt) - Date.parse(slot.startsAt)).toBe(minutes * 60_000);
          expect(taken.some((t) => t.startsAt < slot.endsAt && t.endsAt > slot.startsAt)).toBe(false);
          expect(labClock(slot.startsAt, london).clock >= "08:00").toBe(true);
          expect(labClock(slot.endsAt, london).clock <= "12:00").toBe(true);
        }
      }),
    );
  });
});
