import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kilometres } from "../stop-order/travel";
import { fitMap, spread } from "./fit-map";

const frame = { width: 640, most: 480, margin: 30 };
const near = fc.record({
  latitude: fc.double({ min: 55, max: 56, noNaN: true }),
  longitude: fc.double({ min: -5, max: -3, noNaN: true }),
});

describe("a map", () => {
  it("holds every place inside its margin, north above south and west left of east", () => {
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 20 }), (places) => {
        const { at, height } = fitMap(places, frame);
        expect(height).toBeLessThanOrEqual(frame.most);
        for (const place of places) {
          const { x, y } = at(place);
          expect(x).toBeGreaterThanOrEqual(frame.margin - 1);
          expect(x).toBeLessThanOrEqual(frame.width - frame.margin + 1);
          expect(y).toBeGreaterThanOrEqual(frame.margin - 1);
          expect(y).toBeLessThanOrEqual(height - frame.margin + 1);
        }
        const [a, b] = [places[0], places.at(-1)];
        if (a && b && a.latitude > b.latitude) expect(at(a).y).toBeLessThanOrEqual(at(b).y);
        if (a && b && a.longitude < b.longitude) expect(at(a).x).toBeLessThanOrEqual(at(b).x);
      }),
    );
  });

  it("has a scale that agrees with the distances on it", () => {
    const [glasgow, edinburgh] = [
      { latitude: 55.8617, longitude: -4.2583 },
      { latitude: 55.9533, longitude: -3.1883 },
    ];
    const { at, scale } = fitMap([glasgow, edinburgh], frame);
    const drawn = Math.hypot(at(glasgow).x - at(edinburgh).x, at(glasgow).y - at(edinburgh).y);
    expect(scale.km).toBe(10);
    expect((drawn / scale.length) * scale.km).toBeCloseTo(kilometres(glasgow, edinburgh), -0.5);
  });

  it("shows one place in the middle", () => {
    const { at, height } = fitMap([{ latitude: 55, longitude: -4 }], frame);
    expect(at({ latitude: 55, longitude: -4 })).toEqual({ x: 320, y: Math.round(height / 2) });
  });
});

it("moves marks on the same place aside and leaves the others where they are", () => {
  const marks = spread(
    [
      { id: "a", x: 100, y: 100 },
      { id: "b", x: 100, y: 100 },
      { id: "c", x: 300, y: 100 },
      { id: "d", x: 101, y: 99 },
    ],
    26,
  );
  expect(marks[0]).toMatchObject({ id: "a", x: 100, y: 100 });
  expect(marks[2]).toMatchObject({ id: "c", x: 300, y: 100 });
  for (const [i, one] of marks.entries())
    for (const other of marks.slice(i + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(25);
});
