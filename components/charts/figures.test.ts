import { expect, test } from "vitest";
import { axisEnds, type Figures, figureText, plotRows } from "./figures";

test("writes values in their unit", () => {
  expect(figureText(0.873, { style: "percent" }, "en-GB")).toBe("87%");
  expect(figureText(3.25, { style: "days", decimals: 2 }, "en-GB")).toBe("3.25 d");
  expect(figureText(12345, { style: "number" }, "en-GB")).toBe("12,345");
  expect(figureText(null, { style: "number" }, "en-GB")).toBe("–");
});

test("money keeps every digit in the table and is short on the axis", () => {
  expect(figureText("90071992547409.93", { style: "money", currency: "GBP" }, "en-GB")).toBe("£90,071,992,547,409.93");
  expect(figureText(12500, { style: "money", currency: "USD" }, "en-US", true)).toBe("$12.5K");
});

test("plots numbers, keeps gaps, and survives series named like its own keys", () => {
  const figures: Figures = {
    xLabel: "Month",
    series: [
      { key: "label", label: "Labels" },
      { key: "b", label: "B" },
    ],
    rows: [{ label: "Jan", values: { label: "10.50", b: null }, href: "/cases" }],
    format: { style: "number" },
  };
  expect(plotRows(figures)).toEqual([{ label: "Jan", href: "/cases", v_label: 10.5, v_b: null }]);
});

test("an axis of shares that are all nothing ends at 100 %", () => {
  const shares = (a: number | null): Figures => ({
    xLabel: "Month",
    series: [{ key: "a", label: "A" }],
    rows: [{ label: "Jan 2026", values: { a } }],
    format: { style: "percent" },
  });
  expect([axisEnds(shares(0)), axisEnds(shares(null)), axisEnds(shares(0.02))]).toEqual([[0, 1], [0, 1], undefined]);
});
