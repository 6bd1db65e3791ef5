import { expect, test } from "vitest";
import { csvLine } from "./csv";

test("quotes what holds commas, quotes and line ends", () => {
  expect(csvLine(["plain", 'a "b", c', "two\nlines", ""])).toBe('plain,"a ""b"", c","two\nlines",\r\n');
});

test("defuses what a spreadsheet would run", () => {
  const run = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "\u200B=1", "|cmd", "%0A=1"];
  for (const text of run) expect(csvLine([text]).replace(/^"/, "")).toMatch(/^'/);
  expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe('"\'=HYPERLINK(""http://x"",""y"")"\r\n');
});

test("leaves numbers of cases, days and names alone", () => {
  const plain = ["C-2026-000123", "2026-11-21", "2026-11-21 08:05", "O'Neil", "12", "Crown 14 · Bridge 24–26"];
  expect(csvLine(plain)).toBe(`${plain.join(",")}\r\n`);
});
