import { expect, test } from "vitest";
import type { BuiltReport } from "@/lib/reports/build-report";
import { reportCsv } from "@/lib/reports/csv";
import { pdfText } from "@/lib/reports/testing/pdf-text";
import { renderReport } from "./render-report";

const report: BuiltReport = {
  name: "on-time",
  title: "On time",
  asOf: new Date("2026-11-21T16:05:00Z"),
  period: { from: "2026-06-01", to: "2026-11-01", months: 6 },
  words: { period: "Jun 2026 – Nov 2026", before: "Dec 2025 – May 2026", yearBefore: "Jun 2025 – Nov 2025" },
  figures: [
    {
      key: "onTime",
      label: "On time",
      definition: "Delivered by the day promised.",
      format: { style: "percent", decimals: 1 },
      better: "more",
      part: {},
      value: 0.875,
      before: 0.8,
      yearBefore: null,
    },
    {
      key: "net",
      label: "Net",
      definition: "Before tax.",
      format: { style: "money", currency: "GBP" },
      part: null,
      value: "1234.50",
      before: "1000.00",
      yearBefore: null,
    },
  ],
  charts: [
    {
      title: "On time by practice",
      definition: "Of each practice.",
      kind: "bar",
      xLabel: "Practice",
      series: [{ key: "onTime", label: "On time" }],
      format: { style: "percent", decimals: 1 },
      rows: [{ label: "=Praxis Łódź", values: { onTime: 0.5 } }],
    },
  ],
};
const facts: [string, string][] = [
  ["Lab", "Northlight"],
  ["Period", "Jun 2026 – Nov 2026"],
  ["As of", "21 Nov 2026, 16:05"],
];

test("the CSV says what it is of, defines each figure, and lets no spreadsheet run a name", () => {
  const lines = reportCsv(report, facts).split("\r\n");
  expect(lines).toContain("Lab,Northlight");
  expect(lines).toContain("Figure,Jun 2026 – Nov 2026,Dec 2025 – May 2026,Jun 2025 – Nov 2025,Definition");
  expect(lines).toContain("On time (%),87.5,80,,Delivered by the day promised.");
  expect(lines).toContain("Net (GBP),1234.50,1000.00,,Before tax.");
  expect(lines).toContain("'=Praxis Łódź,50");
});

test("the PDF holds the same figures, definitions, filters and day", async () => {
  const text = await pdfText(await renderReport({ report, facts, fileName: "on-time" }, "Northlight", "en-GB"));
  const flat = text.replaceAll(/\s+/g, " ");
  const wanted = [
    "On time",
    "87.5%",
    "+7.5 pp",
    "£1,234.50",
    "+23.5%",
    "Delivered by the day promised.",
    "Jun 2026 – Nov 2026",
    "21 Nov 2026, 16:05",
    "On time by practice",
    "50%",
  ];
  expect(wanted.filter((words) => !flat.includes(words))).toEqual([]);
});
