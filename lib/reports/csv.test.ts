import { expect, it } from "vitest";
import type { BuiltReport } from "./build-report";
import { reportCsv } from "./csv";

it("lets no name, filter or heading run as a formula, and leaves amounts below zero as they are", () => {
  const report: BuiltReport = {
    name: "revenue",
    title: "Revenue",
    figures: [],
    asOf: null,
    words: null,
    period: { from: "2026-11", to: "2026-11" } as unknown as BuiltReport["period"],
    charts: [
      {
        title: "By practice",
        definition: "What was invoiced",
        xLabel: "Practice",
        series: [{ key: "net", label: "-1+cmd|' /C calc'!A0" }],
        format: { style: "money", currency: "GBP" },
        rows: ["=HYPERLINK(1)", " @SUM(1)", "\uFF1D1+1", "-2+3", "%x", "Plain"].map((label) => ({
          label,
          values: { net: "-12.50" },
        })),
      } as unknown as BuiltReport["charts"][number],
    ],
  };
  const lines = reportCsv(report, [["Practice", "+44 Practice"]]).split("\r\n");
  expect(lines[1]).toBe("Practice,'+44 Practice");
  expect(lines.find((line) => line.startsWith("Practice,'-1"))).toBeDefined();
  expect(lines.slice(-6)).toEqual([
    "'=HYPERLINK(1),-12.50",
    "' @SUM(1),-12.50",
    "'\uFF1D1+1,-12.50",
    "'-2+3,-12.50",
    "'%x,-12.50",
    "Plain,-12.50",
  ]);
});
