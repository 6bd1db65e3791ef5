import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { canReach } from "./system-user";

const stranger = { uid: 54_321, gid: 54_321 };
let top: string;

afterEach(() => rmSync(top, { recursive: true, force: true }));

test("a directory is reached when it and all above let pass, whether it exists yet or not", () => {
  top = mkdtempSync(path.join(tmpdir(), "casepan-reach-"));
  const inner = path.join(top, "closed", "inner");
  mkdirSync(inner, { recursive: true });
  for (const directory of [top, path.join(top, "closed"), inner]) chmodSync(directory, 0o711);
  expect(canReach(stranger, inner)).toBe(true);
  expect(canReach(stranger, path.join(inner, "not", "yet"))).toBe(true);
  chmodSync(path.join(top, "closed"), 0o700);
  expect(canReach(stranger, inner)).toBe(false);
  expect(canReach({ uid: process.getuid?.() ?? 0, gid: 54_321 }, inner)).toBe(true);
  chmodSync(path.join(top, "closed"), 0o710);
  expect(canReach({ uid: 54_321, gid: process.getgid?.() ?? 0 }, inner)).toBe(true);
});
