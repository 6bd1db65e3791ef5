import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Call, expectedArrivals, leavesAt } from "./arrivals";

/** Places on one road: a degree of latitude is an hour. */
const at = (hours: number) => ({ latitude: hours, longitude: 0 });
const byRoad = (a: { latitude: number }, b: { latitude: number }) => Math.abs(a.latitude - b.latitude) * 60;
const clock = (text: string) => Date.parse(`2026-03-03T${text}:00Z`);
const text = (time: number | null | undefined) => (time == null ? null : new Date(time).toISOString().slice(11, 16));

const call = (id: string, hours: number | null, more: Partial<Call> = {}): Call => ({
  id,
  place: hours === null ? null : at(hours),
  serviceMinutes: 5,
  opensAt: null,
  ...more,
});

const times = (
  from: { place: { latitude: number; longitude: number } | null; freeAt: number },
  calls: Call[],
  now = 0,
) => [...expectedArrivals(from, calls, now, byRoad)].map(([id, time]) => `${id} ${text(time) ?? "unknown"}`);

describe("when a driver is expected", () => {
  it.each([
    {
      name: "drives, stays, drives on",
      calls: [call("a", 0.5), call("b", 0.75, { serviceMinutes: 10 }), call("c", 0.25)],
      expected: ["a 08:30", "b 08:50", "c 09:30"],
    },
    {
      name: "waits until a door opens, and all after it wait too",
      calls: [call("a", 0.5, { opensAt: clock("09:00") }), call("b", 0.75)],
      expected: ["a 09:00", "b 09:20"],
    },
    {
      name: "does not wait where it is open already",
      calls: [call("a", 0.5, { opensAt: clock("07:00") })],
      expected: ["a 08:30"],
    },
    {
      name: "says nothing of a place that is not known, but counts the time it takes",
      calls: [call("a", 0.5), call("b", null, { serviceMinutes: 15 }), call("c", 0.75)],
      expected: ["a 08:30", "b unknown", "c 09:05"],
    },
  ])("$name", ({ calls, expected }) => {
    expect(times({ place: at(0), freeAt: clock("08:00") }, calls)).toEqual(expected);
  });

  it("is never in the past: who should have been there is expected now, and the rest after that", () => {
    const late = times({ place: at(0), freeAt: clock("08:00") }, [call("a", 0.5), call("b", 0.75)], clock("10:00"));
    expect(late).toEqual(["a 10:00", "b 10:20"]);
  });

  it("is not known without a place to come from", () => {
    expect(times({ place: null, freeAt: clock("08:00") }, [call("a", 0.5)])).toEqual(["a unknown"]);
  });

  it("goes on from a door when it is open, the stop's time is over and the clock says so", () => {
    expect(text(leavesAt(clock("08:00"), null, 5, clock("08:01")))).toBe("08:05");
    expect(text(leavesAt(clock("08:00"), clock("08:30"), 5, clock("08:01")))).toBe("08:35");
    expect(text(leavesAt(clock("08:00"), null, 5, clock("08:20")))).toBe("08:20");
  });

  it("follows the order, and the later the start the later everything", () => {
    const calls = fc.array(
      fc.record({ hours: fc.integer({ min: 0, max: 8 }), serviceMinutes: fc.nat(60), opens: fc.option(fc.nat(600)) }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(calls, fc.nat(120), (made, delay) => {
        const round = made.map(({ hours, serviceMinutes, opens }, i) =>
          call(String(i), hours / 4, {
            serviceMinutes,
            opensAt: opens === null ? null : clock("08:00") + opens * 60_000,
          }),
        );
        const from = (freeAt: number) =>
          [...expectedArrivals({ place: at(0), freeAt }, round, 0, byRoad).values()] as number[];
        const [early, late] = [from(clock("08:00")), from(clock("08:00") + delay * 60_000)];
        expect(early).toEqual(early.toSorted((a, b) => a - b));
        expect(late.every((time, i) => time >= (early[i] as number))).toBe(true);
      }),
    );
  });
});
