import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

const packages: Record<string, Locked> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

/** Looks where Node would: beside the package that asks, then further and further out. */
function isLocked(asking: string, name: string): boolean {
  const nested = asking === "" ? `node_modules/${name}` : `${asking}/node_modules/${name}`;
  if (packages[nested]) return true;
  if (asking === "") return false;
  const outer = asking.slice(0, asking.lastIndexOf("node_modules/"));
  return isLocked(outer.replace(/\/$/, ""), name);
}

test("the lock file holds every package for every platform, or npm ci refuses it", () => {
  // npm leaves out optional packages that the registry it asks does not have.
  const missing = Object.entries(packages).flatMap(([where, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLocked(where, name))
      .map((name) => `${name}, wanted by ${where}`),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry and no version that may change", () => {
  const text = readFileSync("package-lock.json", "utf8");
  expect(text).not.toMatch(/"resolved": "https?:/);
  expect(Object.entries(packages).filter(([where, { version }]) => where !== "" && !version)).toEqual([]);
});
