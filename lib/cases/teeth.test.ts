import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ARCH_TEETH,
  adjacentRuns,
  areAdjacent,
  inArchOrder,
  isTooth,
  teethLabel,
  toothLabel,
  toothName,
  toothOf,
} from "./teeth";

const ALL = Object.values(ARCH_TEETH).flatMap((jaws) => [...jaws.upper, ...jaws.lower]);

test("there are 32 permanent and 20 primary teeth, and no others", () => {
  expect(ALL).toHaveLength(52);
  const named = Array.from({ length: 200 }, (_, n) => n - 50).filter(isTooth);
  expect(named).toEqual([...ALL].sort((a, b) => a - b));
});

describe("notations", () => {
  test.each([
    [11, "8", "1┘"],
    [18, "1", "8┘"],
    [21, "9", "└1"],
    [28, "16", "└8"],
    [38, "17", "┌8"],
    [31, "24", "┌1"],
    [41, "25", "1┐"],
    [48, "32", "8┐"],
    [55, "A", "E┘"],
    [51, "E", "A┘"],
    [61, "F", "└A"],
    [65, "J", "└E"],
    [75, "K", "┌E"],
    [71, "O", "┌A"],
    [81, "P", "A┐"],
    [85, "T", "E┐"],
  ])("FDI %i is Universal %s and Palmer %s", (tooth, universal, palmer) => {
    expect(toothLabel(tooth, "fdi")).toBe(String(tooth));
    expect(toothLabel(tooth, "universal")).toBe(universal);
    expect(toothLabel(tooth, "palmer")).toBe(palmer);
  });

  test("every label leads back to its tooth, and no two teeth share one", () => {
    for (const notation of ["fdi", "universal", "palmer"] as const) {
      expect(ALL.map((tooth) => toothOf(toothLabel(tooth, notation), notation))).toEqual(ALL);
    }
    expect(toothOf("a", "universal")).toBe(55);
    expect(toothOf("19", "fdi")).toBeNull();
    expect(toothOf("33", "universal")).toBeNull();
  });

  test("several teeth read as runs", () => {
    expect(teethLabel([26, 24, 25, 11], "fdi")).toBe("11, 24–26");
    expect(teethLabel([11, 21, 12], "universal")).toBe("7–9");
    expect(teethLabel([14, 15], "fdi")).toBe("15, 14");
  });

  test("names are spoken from the patient's side", () => {
    expect(toothName(14)).toBe("upper right first premolar");
    expect(toothName(38)).toBe("lower left third molar");
    expect(toothName(84)).toBe("lower right primary first molar");
  });
});

describe("adjacency", () => {
  test.each([
    [11, 21, true],
    [31, 41, true],
    [51, 61, true],
    [14, 15, true],
    [14, 16, false],
    [18, 28, false],
    [11, 41, false],
    [18, 48, false],
    [11, 51, false],
    [15, 55, false],
    [14, 14, false],
  ])("%i and %i: %s", (a, b, expected) => {
    expect(areAdjacent(a, b)).toBe(expected);
    expect(areAdjacent(b, a)).toBe(expected);
  });

  test("a gap parts a run, the midline does not", () => {
    expect(adjacentRuns([22, 12, 11, 21, 24, 34])).toEqual([[12, 11, 21, 22], [24], [34]]);
  });

  test("runs hold every tooth once, whatever order they came in", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ALL)), (teeth) => {
        expect(adjacentRuns(teeth).flat()).toEqual(inArchOrder(teeth));
      }),
    );
  });
});
