import { expect, test } from "vitest";
import type { Box } from "@/lib/files/mesh/surface";
import type { LoadedMesh } from "./loaded-mesh";
import { seemsYUp, turned } from "./upright";

const mesh = (box: Box): LoadedMesh => ({
  positions: new Float32Array([1, 2, 3]),
  normals: new Float32Array([0, 1, 0]),
  index: new Uint32Array([0, 0, 0]),
  colours: null,
  box,
  dropped: 0,
});

test("an arch that is low in y was written with y upwards; in doubt it is z", () => {
  expect(seemsYUp(mesh([0, 0, 0, 60, 18, 50]))).toBe(true);
  expect(seemsYUp(mesh([0, 0, 0, 60, 50, 18]))).toBe(false);
  expect(seemsYUp(mesh([0, 0, 0, 9, 8, 9]))).toBe(false);
});

test("turning brings y up, and back again", () => {
  const up = turned(mesh([0, -1, 2, 5, 6, 7]), true);
  expect([...up.positions, ...up.normals]).toEqual([1, -3, 2, 0, -0, 1]);
  expect(up.box).toEqual([0, -7, -1, 5, -2, 6]);
  const back = turned(up, false);
  expect([...back.positions]).toEqual([1, 2, 3]);
  expect(back.box).toEqual([0, -1, 2, 5, 6, 7]);
});
