import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MANIFEST, readManifest } from "./manifest";
import { backupsIn } from "./nightly";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backups-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const digest = "0".repeat(64);
function put(name: string, takenAt: string, files: string[] = []): string {
  const directory = path.join(folder, name);
  mkdirSync(directory);
  const manifest = {
    format: 1,
    casepan: "test",
    takenAt,
    migrations: [{ name: "1_first", checksum: digest }],
    auditMonths: [],
    tables: {},
    jobs: { rows: 0, sha256: digest },
    files: Object.fromEntries(files.map((file) => [file, { bytes: 1, sha256: digest }])),
  };
  writeFileSync(path.join(directory, MANIFEST), JSON.stringify(manifest));
  return directory;
}

it("passes over a backup that cannot be read, so that the others are still rotated", () => {
  put("2026-11-20T02-12-00.000Z", "2026-11-20T02:12:00.000Z");
  writeFileSync(path.join(put("2026-11-21T02-12-00.000Z", "2026-11-21T02:12:00.000Z"), MANIFEST), "{");
  expect(backupsIn(folder).map(({ takenAt }) => takenAt)).toEqual(["2026-11-20T02:12:00.000Z"]);
});

it.each(["../../etc/cron.d/x", "/etc/passwd", "kept/../../x", "kept//x", "C:/x", "kept\\..\\x"])(
  "takes no backup whose files would lie elsewhere: %s",
  (name) => {
    expect(() => readManifest(put("a", "2026-11-20T02:12:00.000Z", [name]))).toThrow("cannot be read");
  },
);

it("takes files below the folder", () => {
  const name = "kept/0197a3f0-0000-7000-8000-000000000001/0197a3f0-0000-7000-8000-000000000002";
  expect(Object.keys(readManifest(put("b", "2026-11-20T02:12:00.000Z", [name])).files)).toEqual([name]);
});
