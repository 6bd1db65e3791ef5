import { expect, test } from "vitest";
import { fileName } from "./name";

test.each([
  ["arch.stl", "arch.stl"],
  ["../../etc/passwd.pdf", "passwd.pdf"],
  ["C:\\Users\\ann\\scan.ply", "scan.ply"],
  ["..", null],
  ["/", null],
  [".htaccess.png", "htaccess.png"],
  ["a\u0000b\u202egnp.exe", "abgnp.exe"],
  ['q"uo:te?.pdf', "q_uo_te_.pdf"],
  ["  two   words .jpg", "two words .jpg"],
  ["Müller ✓.pdf", "Müller ✓.pdf"],
])("%j is kept as %j", (sent, kept) => {
  if (kept === null) expect(() => fileName(sent)).toThrow("needs a name");
  else expect(fileName(sent)).toBe(kept);
});

test("a long name keeps its extension", () => {
  const kept = fileName(`${"x".repeat(900)}.stl`);
  expect(kept).toHaveLength(160);
  expect(kept.endsWith(".stl")).toBe(true);
});
