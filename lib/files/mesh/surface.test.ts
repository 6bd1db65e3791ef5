import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxMesh } from "../testing/mesh-files";
import { cutAcross } from "./section";
import { boxOf, normalsOf } from "./surface";

const box = (x: number, y: number, z: number) => {
  const { positions, index } = boxMesh(x, y, z);
  return { positions: new Float32Array(positions), index: new Uint32Array(index) };
};
const empty = () => ({ ends: new Float32Array(0), count: 0 });
const side = fc.integer({ min: 1, max: 60 });

describe("a surface", () => {
  test("has the box of its corners, whatever points belong to none", () => {
    const mesh = box(3, 4, 5);
    const positions = new Float32Array([...mesh.positions, Number.NaN, 999, 999]);
    expect(boxOf({ ...mesh, positions })).toEqual([0, 0, 0, 3, 4, 5]);
  });

  test("has normals of length one that look outwards", () => {
    const mesh = box(2, 2, 2);
    const normals = normalsOf(mesh);
    for (let at = 0; at < normals.length; at += 3) {
      const [x, y, z] = [...normals.subarray(at, at + 3)] as [number, number, number];
      expect(Math.hypot(x, y, z)).toBeCloseTo(1, 5);
      const outwards = [0, 1, 2].map((axis) => ((mesh.positions[at + axis] as number) > 1 ? 1 : -1));
      expect(x * (outwards[0] ?? 0) + y * (outwards[1] ?? 0) + z * (outwards[2] ?? 0)).toBeGreaterThan(0.5);
    }
  });
});

describe("a cut", () => {
  test("across a box is its outline: all on the plane, as long as round the box, and closed", () => {
    fc.assert(
      fc.property(
        side,
        side,
        side,
        fc.constantFrom(0, 1, 2),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (x, y, z, axis, share) => {
          const sides = [x, y, z];
          const at = (sides[axis] as number) * share;
          const { ends, count } = cutAcross(box(x, y, z), axis as 0 | 1 | 2, at, empty());
          let length = 0;
          const met = new Map<string, number>();
          for (let line = 0; line < count; line++) {
            const p = [...ends.subarray(line * 6, line * 6 + 6)] as [number, number, number, number, number, number];
            expect(p[axis]).toBeCloseTo(at, 3);
            length += Math.hypot(p[3] - p[0], p[4] - p[1], p[5] - p[2]);
            for (const end of [p.slice(0, 3), p.slice(3)]) {
              const key = end.map((n) => n.toFixed(2)).join(" ");
              met.set(key, (met.get(key) ?? 0) + 1);
            }
          }
          const [a, b] = sides.filter((_, other) => other !== axis) as [number, number];
          expect(length).toBeCloseTo(2 * (a + b), 2);
          expect([...met.values()].every((times) => times % 2 === 0)).toBe(true);
        },
      ),
    );
  });

  test("beside a box is nothing, and room is used again", () => {
    const room = { ends: new Float32Array(600), count: 0 };
    expect(cutAcross(box(2, 2, 2), 2, 5, room)).toEqual({ ends: room.ends, count: 0 });
    expect(cutAcross(box(2, 2, 2), 2, 1, room).ends).toBe(room.ends);
  });
});
