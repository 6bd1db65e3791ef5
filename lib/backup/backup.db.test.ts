import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { makeWorkerUtils } from "graphile-worker";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerPool } from "@/lib/db/owner";
import { useDatabase } from "@/lib/db/testing";
import { databaseUrl, dropDatabase, onServer } from "@/lib/setup/testing/template-database";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { fillEveryTable } from "@/lib/testing/fill";
import { MANIFEST, type Manifest } from "./manifest";
import { backUpNightly, backupsIn } from "./nightly";
import { restoreBackup } from "./restore-backup";
import { verifyBackup } from "./verify-backup";
import { writeBackup } from "./write-backup";

const db = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "casepan-backups-"));
const files = path.join(folder, "files");
const restoredName = `casepan_test_restored_${process.pid}`;
let owner: PoolClient;
let lab: BuiltLab;
let taken: string;

const source = () => ({ url: db.ownerUrl, filesDirectory: files, version: "0.1.0" });
const restoredUrl = () => databaseUrl(db.ownerUrl, restoredName);
const emptyDatabase = async () => {
  await dropDatabase(db.ownerUrl, restoredName);
  await onServer(db.ownerUrl, `create database ${restoredName}`);
};

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  await buildCase(owner, lab);
  await fillEveryTable(owner, lab.id);
  await owner.query(
    "INSERT INTO audit_log (lab_id, table_name, row_id, action, occurred_at) VALUES ($1, 'cases', $1, 'update', '2025-03-10')",
    [lab.id],
  );
  mkdirSync(path.join(files, "ab"), { recursive: true });
  writeFileSync(path.join(files, "ab", "scan"), "a scan's bytes");
  const utils = await makeWorkerUtils({ connectionString: db.ownerUrl });
  await utils.migrate();
  await utils.addJob("mail_invoice", { labId: lab.id }, { jobKey: "kept" });
  await utils.release();
  taken = (await writeBackup(source(), path.join(folder, "kept"))).directory;
});
afterAll(async () => {
  owner.release();
  await dropDatabase(db.ownerUrl, restoredName);
  rmSync(folder, { recursive: true, force: true });
});

it("puts back every row of every table, the work that waited and the files", async () => {
  await emptyDatabase();
  const into = path.join(folder, "restored");
  const manifest = await restoreBackup(taken, { url: restoredUrl(), filesDirectory: into });
  expect(Object.values(manifest.tables).filter(({ rows }) => rows === 0).length).toBeLessThan(12);
  expect(readFileSync(path.join(into, "ab", "scan"), "utf8")).toBe("a scan's bytes");
  const again = await writeBackup(
    { url: restoredUrl(), filesDirectory: into, version: "0.1.0" },
    path.join(folder, "again"),
  );
  const rows = ({ tables, files, migrations, auditMonths, jobs }: Manifest) => ({
    tables,
    files,
    migrations,
    months: auditMonths.slice(0, 1),
    jobs: jobs.rows,
  });
  expect(rows(again.manifest)).toEqual(rows(manifest));
  expect(manifest.jobs.rows).toBe(1);
}, 120_000);

it("puts the rules back with the rows: policies, triggers and the months of the audit log", async () => {
  const rules = async (url: string) => {
    const pool = ownerPool(url, 1);
    const { rows } = await pool.query(`
      SELECT (SELECT count(*) FROM pg_class WHERE relforcerowsecurity) AS forced, (SELECT count(*) FROM pg_policy) AS policies,
        (SELECT count(*) FROM pg_trigger WHERE tgenabled = 'O') AS triggers, to_regclass('audit_log_2025_03') AS month,
        (SELECT count(*)::int FROM lab_dentist_performance()) AS reported`);
    await pool.end();
    return rows[0];
  };
  expect(await rules(restoredUrl())).toEqual(await rules(db.ownerUrl));
});

it("takes all tables at one moment, while people go on working", async () => {
  let stop = false;
  const working = (async () => {
    for (let n = 0; !stop; n += 1) {
      await owner.query("BEGIN");
      const made = await owner.query<{ id: string }>(
        "INSERT INTO practices (lab_id, code, name, address_line1, postcode) VALUES ($1, $2, 'Busy', 'x', $2) RETURNING id",
        [lab.id, `busy-${n}`],
      );
      await owner.query("INSERT INTO practice_dentists (lab_id, practice_id, dentist_id) VALUES ($1, $2, $3)", [
        lab.id,
        made.rows[0]?.id,
        lab.dentistId,
      ]);
      await owner.query("COMMIT");
    }
  })();
  const { directory } = await writeBackup(source(), path.join(folder, "busy"));
  stop = true;
  await working;
  await emptyDatabase();
  await restoreBackup(directory, { url: restoredUrl(), filesDirectory: path.join(folder, "busy-files") });
});

it("refuses a database or a folder that holds something, and leaves both as they are", async () => {
  const used = restoreBackup(taken, { url: restoredUrl(), filesDirectory: path.join(folder, "none") });
  await expect(used).rejects.toThrow("There are tables in this database already");
  await emptyDatabase();
  await expect(restoreBackup(taken, { url: restoredUrl(), filesDirectory: files })).rejects.toThrow(
    "There are files in",
  );
});

it("refuses what is damaged or of another version, before it touches anything", async () => {
  const damaged = async (change: (directory: string) => void) => {
    const copy = path.join(folder, `damaged-${Math.random()}`);
    cpSync(taken, copy, { recursive: true });
    change(copy);
    return restoreBackup(copy, { url: restoredUrl(), filesDirectory: path.join(folder, "none") });
  };
  const practices = (directory: string) => path.join(directory, "tables", "practices.copy.gz");
  const altered = damaged((copy) => {
    const rows = gunzipSync(readFileSync(practices(copy))).toString();
    writeFileSync(practices(copy), gzipSync(rows.replace("G1 1AA", "G1 1AB")));
  });
  await expect(altered).rejects.toThrow("the table practices is not as it was");
  await expect(damaged((copy) => writeFileSync(practices(copy), "no gzip"))).rejects.toThrow("the table practices");
  await expect(damaged((copy) => rmSync(path.join(copy, "files", "ab", "scan")))).rejects.toThrow("the file ab/scan");
  await expect(damaged((copy) => rmSync(path.join(copy, MANIFEST)))).rejects.toThrow("holds no backup");
  const newer = damaged((copy) => {
    const manifest = JSON.parse(readFileSync(path.join(copy, MANIFEST), "utf8"));
    manifest.migrations.push({ name: "29990101000000_later", checksum: "0".repeat(64) });
    writeFileSync(path.join(copy, MANIFEST), JSON.stringify(manifest));
  });
  await expect(newer).rejects.toThrow("made by another version");
});

it("keeps the nightly ones that are whole, and lets the oldest go", async () => {
  const nights = path.join(folder, "nights");
  const first = await backUpNightly({ ...source(), folder: nights });
  const second = await backUpNightly({ ...source(), folder: nights });
  expect(backupsIn(nights).map(({ directory }) => directory)).toEqual([second]);
  expect(first).not.toBe(second);
  expect((await verifyBackup(second)).format).toBe(1);
  expect(readdirSync(nights)).toHaveLength(1);
});
