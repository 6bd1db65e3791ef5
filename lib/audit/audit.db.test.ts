import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { exportAudit } from "./export";
import { type AuditFilter, auditParams } from "./filter";
import { listAudit, newestSeal, readAudit } from "./queries";
import { checkAuditSeals, extendAuditLog } from "./upkeep";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
});
afterAll(() => owner.release());

const list = (filter: Partial<Record<keyof AuditFilter, string>>) =>
  asActor(lab.actors.admin, (tx) => listAudit(tx, auditParams.parse(filter)));
const rename = (name: string) =>
  asActor(lab.actors.manager, (tx) =>
    tx.execute(sql`UPDATE practices SET name = ${name} WHERE id = ${lab.practiceId}`),
  );
const seal = () => owner.query("select seal_audit_log(clock_timestamp(), 40)");
const faults = async () => (await checkAuditSeals(owner)).broken.map(({ position, fault }) => `${position} ${fault}`);

test("a change is found by person, record and day, with what it was before", async () => {
  await rename("Renamed Dental");
  const { entries } = await list({ person: lab.actors.manager.userId as string, table: "practices", action: "update" });
  expect(entries).toHaveLength(1);
  const [entry] = entries;
  expect(entry).toMatchObject({ rowId: lab.practiceId, changed: ["name"], subject: null });
  const detail = await asActor(lab.actors.admin, (tx) => readAudit(tx, entry?.id as string));
  expect([detail.before, detail.after]).toEqual([
    { name: expect.stringMatching(/^Practice/) },
    { name: "Renamed Dental" },
  ]);
  expect((await list({ row: lab.practiceId })).entries.map(({ action }) => action)).toEqual(["update", "insert"]);
  expect((await list({ q: "renamed dental" })).entries.map(({ rowId }) => rowId)).toEqual([
    lab.practiceId,
    lab.practiceId,
  ]);
  expect((await list({ q: "renamed dental", action: "insert" })).entries).toHaveLength(1);
  expect((await list({ q: "Renamed" })).entries).toEqual([]);
  const [theirs] = await asActor(other.actors.admin, (tx) =>
    tx.rows<{ name: string }>(sql`SELECT name FROM practices`),
  );
  expect((await list({ q: theirs?.name })).entries).toEqual([]);
  expect((await list({ to: "2020-01-01" })).entries).toEqual([]);
  const elsewhere = asActor(other.actors.admin, (tx) => readAudit(tx, entry?.id as string));
  await expect(elsewhere).rejects.toMatchObject({ code: "not_found" });
});

test("pages meet without a gap, forwards and back", async () => {
  const all = (await asActor(lab.actors.admin, (tx) => listAudit(tx, auditParams.parse({}), 5000))).entries;
  const first = (await list({})).entries;
  const last = first.at(-1);
  const second = await list({ after: `${last?.occurredAt}|${last?.id}` });
  expect([...first, ...second.entries].map(({ id }) => id)).toEqual(all.slice(0, 100).map(({ id }) => id));
  const back = await list({ before: `${second.entries[0]?.occurredAt}|${second.entries[0]?.id}` });
  expect(back.entries.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});

test("the export holds every entry of the filter once", async () => {
  const filter = auditParams.parse({ table: "reasons" });
  const parts: Uint8Array[] = [];
  for await (const part of exportAudit(lab.actors.admin, filter)) parts.push(part);
  const lines = Buffer.concat(parts).toString("utf8").trim().split("\r\n");
  const kept = await owner.query(
    "SELECT count(*)::int AS n FROM audit_log WHERE lab_id = $1 AND table_name = 'reasons'",
    [lab.id],
  );
  expect(lines).toHaveLength(kept.rows[0].n + 1);
});

test("seals hold until an entry is changed, taken out or put in, and go on from one another", async () => {
  await seal();
  await rename("Renamed again");
  await seal();
  expect(await faults()).toEqual([]);
  const head = await asActor(lab.actors.admin, newestSeal);
  expect(head?.position).toBeGreaterThan(2);
  expect((await checkAuditSeals(owner)).heads.map(({ digest }) => digest)).toContain(head?.digest);

  const tampered = async (statement: string, values: unknown[] = []) => {
    await owner.query("BEGIN");
    await owner.query(statement, values);
    const found = await faults();
    await owner.query("ROLLBACK");
    return found;
  };
  const block =
    "FROM audit_seals s WHERE s.lab_id = $1 AND s.position = 2 AND audit_log.lab_id = s.lab_id AND occurred_at = s.begins_at";
  expect(await tampered(`UPDATE audit_log SET new_values = '{}' ${block}`, [lab.id])).toEqual(["2 content"]);
  expect(
    await tampered(`DELETE FROM audit_log USING audit_seals s WHERE ${block.slice(block.indexOf("s.lab_id"))}`, [
      lab.id,
    ]),
  ).toEqual(["2 entries"]);
  const slippedIn = `INSERT INTO audit_log (lab_id, table_name, row_id, action, occurred_at)
    SELECT lab_id, 'cases', id, 'update', begins_at FROM audit_seals WHERE lab_id = $1 AND position = 2`;
  expect(await tampered(slippedIn, [lab.id])).toEqual(["2 entries"]);
  expect(
    await tampered("UPDATE audit_seals SET digest = repeat('a', 64) WHERE lab_id = $1 AND position = 2", [lab.id]),
  ).toEqual(["2 content", "3 chain"]);
});

test("the people of the lab read the log and its seals, and change neither", async () => {
  const write = (statement: ReturnType<typeof sql>) => asActor(lab.actors.admin, (tx) => tx.execute(statement));
  await expect(write(sql`UPDATE audit_log SET ip = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(write(sql`DELETE FROM audit_log`)).rejects.toThrow(/permission denied/);
  await expect(write(sql`UPDATE audit_seals SET entries = 1`)).rejects.toThrow(/permission denied/);
});

test("months are made ahead and let go of after seven years", async () => {
  await owner.query(
    "CREATE TABLE audit_log_2019_01 PARTITION OF audit_log FOR VALUES FROM ('2019-01-01') TO ('2019-02-01')",
  );
  await extendAuditLog(owner);
  const kept = await owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_inherits JOIN pg_class ON oid = inhrelid WHERE inhparent = 'audit_log'::regclass",
  );
  const names = kept.rows.map(({ name }) => name);
  expect(names).not.toContain("audit_log_2019_01");
  expect(names).toContain(
    `audit_log_${new Date().getFullYear()}_${String(new Date().getMonth() + 1).padStart(2, "0")}`,
  );
  expect(await faults()).toEqual([]);
});
