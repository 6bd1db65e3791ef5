import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPromise } from "yauzl";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { storeNamed } from "@/lib/files/store";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { fillEveryTable } from "@/lib/testing/fill";
import { askExport } from "./ask-export";
import { exportedTables, NOT_EXPORTED } from "./catalogue";
import { expireExports } from "./expire";
import type { ExportManifest } from "./format";
import { fetchExport, listExports } from "./queries";
import { type InLab, runExport } from "./run-export";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;
let archive: Map<string, Buffer>;
let manifest: ExportManifest;

const admin = <T>(work: Parameters<typeof asActor<T>>[1]) => asActor(lab.actors.admin, work);
const inLab: InLab = (work, person) => {
  const actor = { ...lab.actors.admin, ...person };
  return asActor(actor, (tx) => work({ actor, tx }));
};
const ask = () => admin((tx) => askExport({ actor: lab.actors.admin, tx }, { idempotencyKey: randomUUID() }));

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  for (const one of [lab, other]) {
    await buildCase(owner, one);
    await fillEveryTable(owner, one.id);
  }
  await owner.query("DELETE FROM data_exports");
  // The one thing that whoever asks may not read are drafts of reviews about themselves.
  await owner.query("UPDATE staff_profiles SET user_id = $2 WHERE lab_id = $1", [lab.id, lab.actors.driver.userId]);
  for (const table of (
    await owner.query(
      "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'store_key'",
    )
  ).rows)
    await owner.query(
      `UPDATE ${table.name} SET store_key = lab_id || '/' || gen_random_uuid() WHERE store_key IS NOT NULL`,
    );
  const key = `${lab.id}/${randomUUID()}`;
  const place = path.join(process.env.FILES_DIR as string, "kept", key);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, "a scan's bytes");
  await owner.query("UPDATE case_files SET store_key = $2, name = 'upper jaw/é.stl' WHERE lab_id = $1", [lab.id, key]);
  await owner.query(
    "UPDATE practices SET deleted_at = now() WHERE id = (SELECT id FROM practices WHERE lab_id = $1 ORDER BY id DESC LIMIT 1)",
    [lab.id],
  );
  const { id } = await ask();
  await runExport(inLab, id);
  const kept = await admin((tx) => fetchExport(tx, id));
  archive = (await storeNamed(kept.store).lend(kept.storeKey, readArchive)) ?? new Map();
  manifest = JSON.parse(archive.get("manifest.json")?.toString() ?? "null");
});
afterAll(() => owner.release());

async function readArchive(file: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true, validateEntrySizes: true });
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    entries.set(entry.fileName, Buffer.concat(parts));
  }
  zip.close();
  return entries;
}

const linesOf = (table: string) =>
  (archive.get(`tables/${table}.jsonl`)?.toString() ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

it("holds every table of a lab, or says why not", async () => {
  const { rows } = await owner.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'lab_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`);
  const exported = Object.keys(manifest.tables).filter((table) => table !== "labs" && table !== "users");
  expect([...exported, ...Object.keys(NOT_EXPORTED)].toSorted()).toEqual(rows.map(({ name }) => name));
});

it("has every row of the lab, those put away among them, and none of another", async () => {
  for (const table of Object.keys(manifest.tables).filter((name) => !["users", "labs", "audit_log"].includes(name))) {
    const { rows } = await owner.query(
      `SELECT id FROM ${table} t WHERE lab_id = $1 AND to_jsonb(t) ->> 'subject' IS DISTINCT FROM $2 ORDER BY id`,
      [lab.id, `Export of ${lab.actors.admin.lab.name} is ready`],
    );
    expect(
      linesOf(table).map(({ id }) => id),
      table,
    ).toEqual(rows.map(({ id }) => id));
    expect(manifest.tables[table]?.rows, table).toBe(rows.length);
  }
  expect(linesOf("practices").some(({ deleted_at }) => deleted_at !== null)).toBe(true);
  expect(linesOf("labs").map(({ id }) => id)).toEqual([lab.id]);
  expect(linesOf("audit_log").length).toBeGreaterThan(10);
  const whole = [...archive.values()].map(String).join("");
  expect(whole).not.toContain(other.id);
});

it("has each table and file as its digest says", async () => {
  const all = [
    ...Object.values(manifest.tables),
    ...Object.entries(manifest.files).map(([name, file]) => ({ path: name, ...file })),
  ];
  for (const { path: name, sha256, bytes } of all) {
    const content = archive.get(name);
    expect(
      [
        content?.length,
        createHash("sha256")
          .update(content ?? "")
          .digest("hex"),
      ],
      name,
    ).toEqual([bytes, sha256]);
  }
  expect(Object.keys(manifest.files)).toEqual([
    expect.stringMatching(/^files\/case_files\/[0-9a-f-]{36}-upper_jaw_e_.stl$/),
  ]);
  expect(archive.get(Object.keys(manifest.files)[0] as string)?.toString()).toBe("a scan's bytes");
  expect(manifest.missing.length).toBeGreaterThan(0);
  expect(archive.get("README.txt")?.toString()).toContain("JSON Lines");
});

it("has no secret in it", async () => {
  const columns = Object.values(manifest.tables).flatMap(({ columns }) => columns);
  expect(columns.filter((column) => /password|token|secret|ciphertext|store_key/.test(column))).toEqual([]);
  expect(columns.filter((column) => /_hash$/.test(column))).toEqual(["content_hash"]);
});

it("leaves the portal's and a driver's people out of reach of other tables than theirs", async () => {
  const lists = await asActor(lab.actors.admin, exportedTables);
  expect(lists.map(({ name }) => name)).not.toContain("sessions");
});

it("makes one at a time, and writes to whoever asked when it is ready", async () => {
  const { id } = await ask();
  await expect(ask()).rejects.toMatchObject({ reason: "export_under_way" });
  await runExport(inLab, id);
  await runExport(inLab, id);
  const { rows } = await owner.query(
    "SELECT to_address FROM mail_messages WHERE lab_id = $1 AND subject LIKE 'Export of%'",
    [lab.id],
  );
  expect(rows).toHaveLength(2);
  expect(rows[0].to_address).toBe(lab.actors.admin.email);
});

it("lets an archive be fetched until its time is over, and then removes it", async () => {
  const [newest] = await admin(listExports);
  const id = newest?.id as string;
  const { storeKey } = await admin((tx) => fetchExport(tx, id));
  await expect(asActor(other.actors.admin, (tx) => fetchExport(tx, id))).rejects.toMatchObject({ code: "not_found" });
  const logged = await owner.query(
    "SELECT user_id FROM audit_log WHERE table_name = 'data_exports' AND row_id = $1 AND new_values ? 'downloads'",
    [id],
  );
  expect(logged.rows[0]?.user_id).toBe(lab.actors.admin.userId);
  await owner.query("UPDATE data_exports SET expires_at = now() - interval '1 minute' WHERE id = $1", [id]);
  await admin((tx) => expireExports({ actor: lab.actors.admin, tx }));
  await expect(admin((tx) => fetchExport(tx, id))).rejects.toMatchObject({ code: "not_found" });
  const { rows } = await owner.query("SELECT payload FROM outbox WHERE topic = 'remove_contents' AND lab_id = $1", [
    lab.id,
  ]);
  expect(rows[0].payload.contents).toEqual([{ store: "local", key: storeKey }]);
});

it("reads large tables in batches, without a gap", async () => {
  await owner.query(
    "INSERT INTO reasons (lab_id, kind, code, label) SELECT $1, 'hold', 'b' || n, 'Batch ' || n FROM generate_series(1, 2500) n",
    [lab.id],
  );
  const { id } = await ask();
  await runExport(inLab, id);
  const kept = await admin((tx) => fetchExport(tx, id));
  const read = await storeNamed(kept.store).lend(kept.storeKey, readArchive);
  const { rows } = await owner.query("SELECT count(*)::int AS n FROM reasons WHERE lab_id = $1", [lab.id]);
  expect(read?.get("tables/reasons.jsonl")?.toString().trim().split("\n")).toHaveLength(rows[0].n);
});
