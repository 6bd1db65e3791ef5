import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint, isStamped, stamp } from "./fingerprint";

let place: string;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), "casepan-fingerprint-"));
  mkdirSync(path.join(place, "inner"));
  writeFileSync(path.join(place, "inner", "a.ts"), "one");
  writeFileSync(path.join(place, "a.test.ts"), "a test");
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const counts = (file: string) => !file.endsWith(".test.ts");

test("it changes with a file's contents, with its name and with a new file, and with nothing else", () => {
  const before = fingerprint([place], counts);
  expect(fingerprint([place], counts)).toBe(before);
  writeFileSync(path.join(place, "a.test.ts"), "another test");
  expect(fingerprint([place, path.join(place, "missing")], counts)).toBe(before);

  writeFileSync(path.join(place, "inner", "a.ts"), "two");
  const changed = fingerprint([place], counts);
  renameSync(path.join(place, "inner", "a.ts"), path.join(place, "inner", "b.ts"));
  const renamed = fingerprint([place], counts);
  writeFileSync(path.join(place, "c.ts"), "");
  expect(new Set([before, changed, renamed, fingerprint([place], counts)]).size).toBe(4);
});

test("a stamp holds for its own digest alone", () => {
  const file = path.join(place, "new", "stamp");
  expect(isStamped(file, "one")).toBe(false);
  stamp(file, "one");
  expect([isStamped(file, "one"), isStamped(file, "two")]).toEqual([true, false]);
});
