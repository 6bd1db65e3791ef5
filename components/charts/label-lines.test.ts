import { expect, test } from "vitest";
import { labelLines, labelsHeight } from "./label-lines";

test("a label that fits stays on one line", () => {
  expect(labelLines("Nov 2026", 90)).toEqual({ lines: ["Nov 2026"], slanted: false });
});

test("a longer one breaks between words", () => {
  expect(labelLines("Eastmuir Family Dentists", 100)).toEqual({
    lines: ["Eastmuir Family", "Dentists"],
    slanted: false,
  });
});

test("words that are too long and lines that are too many are cut with a sign", () => {
  expect(labelLines("Orthodontics of Bishopbriggs and North Glasgow", 60).lines).toEqual([
    "Orthodon…",
    "of",
    "Bishopbr…",
  ]);
});

test("without room to stand level it slants and is cut", () => {
  expect(labelLines("Quality control", 40)).toEqual({ lines: ["Quality cont…"], slanted: true });
  const materials = ["Zirconia, full contour", "Zirconia, multilayer", "Zirconia, layered", "Dr Ruth Adair"];
  expect(new Set(materials.map((one) => labelLines(one, 40).lines[0])).size).toBe(4);
});

test("the axis is high enough for three lines only when a label may need them", () => {
  expect(labelsHeight(["Oct 2026", "Nov 2026"])).toBe(30);
  expect(labelsHeight(["Zirconia disc, multilayer"])).toBe(48);
  expect(labelsHeight(Array.from({ length: 6 }, (_, i) => `Dentist number ${i}`))).toBe(76);
});
