import { expect, test } from "vitest";
import { readCommand, readScan } from "./scan-code";

test.each([
  ["C-2026-000123", { number: "C-2026-000123" }],
  [" c-2026-123\r", { number: "C-2026-000123" }],
  ["https://lab.test/t/C-2026-000123?x=1", { number: "C-2026-000123" }],
  ["https://lab.test/cases/01A1FAFC-E88F-7253-BA7E-A47027A46D87", { caseId: "01a1fafc-e88f-7253-ba7e-a47027a46d87" }],
  ["P-012 ", { pan: "P-012" }],
])("%j is read as %j", (code, read) => {
  expect(readScan(code)).toEqual(read);
});

test("a command code is a command in any case of letters, anything else names something", () => {
  expect([" cp-start\r", "CP-PAUSE", "cp-done", "CP-CLEAR"].map(readCommand)).toEqual([
    "start",
    "pause",
    "done",
    "clear",
  ]);
  expect(["START", "C-2026-000123", "CP-STARTS", "toString"].map(readCommand)).toEqual([null, null, null, null]);
});
