import { expect, test } from "vitest";
import { lotNumberIn } from "./lot-number-in";

test.each([
  ["a plain number", " L4711 ", "L4711"],
  ["GS1 in brackets", "(01)04012345678901(17)271231(10)L4711", "L4711"],
  ["GS1 as a scanner types it", "]d2010401234567890117271231" + "10L4711", "L4711"],
  ["a serial after the lot", "010401234567890110L4711\u001d21S99", "L4711"],
  ["a serial before the lot", "010401234567890121S99\u001d10L4711", "L4711"],
  ["GS1 without a lot", "010401234567890117271231", "010401234567890117271231"],
])("%s", (_words, code, number) => {
  expect(lotNumberIn(code)).toBe(number);
});
