import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { archivePractice } from "@/lib/practices/archive-practice";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { fillEveryTable } from "@/lib/testing/fill";
import { NOT_RESTORABLE, RESTORABLE } from "./catalogue";
import { trashParams } from "./filter";
import { listTrash } from "./queries";
import { restore } from "./restore";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  for (const one of [lab, other]) {
    await buildCase(owner, one);
    await fillEveryTable(owner, one.id);
  }
});
afterAll(() => owner.release());

const list = (filter: Record<string, string> = {}, of = lab) =>
  asActor(of.actors.manager, (tx) => listTrash(tx, trashParams.parse(filter)));
const bring = (kind: string, id: string, withParents = false) =>
  asActor(lab.actors.manager, (tx) => restore({ actor: lab.actors.manager, tx }, { kind, id, withParents }));
const one = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows[0];
const practice = (name: string) =>
  one("INSERT INTO practices (lab_id, code, name, address_line1, postcode) VALUES ($1, $2, $2, 'x', $2) RETURNING id", [
    lab.id,
    name,
  ]);

it("knows every table whose rows can be put away: to restore, or why not", async () => {
  const { rows } = await owner.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'deleted_at' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`);
  const known = [...Object.keys(RESTORABLE), ...Object.keys(NOT_RESTORABLE)];
  expect(known.toSorted()).toEqual(rows.map(({ name }) => name));
  expect(new Set(known).size).toBe(known.length);
});

it("names, finds and restores a row of every kind, and never one of another lab", async () => {
  for (const table of Object.keys(RESTORABLE)) {
    const put = async (of: BuiltLab) =>
      (
        await one(
          `UPDATE ${table} SET deleted_at = now() WHERE id = (SELECT id FROM ${table} WHERE lab_id = $1 AND deleted_at IS NULL LIMIT 1) RETURNING id`,
          [of.id],
        )
      )?.id;
    const [mine, theirs] = [await put(lab), await put(other)];
    expect(mine, table).toBeTruthy();
    const { entries } = await list({ kind: table });
    expect(
      entries.map(({ id }) => id),
      table,
    ).toContain(mine);
    expect(
      entries.every(({ name }) => name !== null),
      table,
    ).toBe(true);
    expect(
      entries.map(({ id }) => id),
      table,
    ).not.toContain(theirs);
    expect((await bring(table, mine, true)).restored, table).toBeGreaterThan(0);
    await expect(bring(table, theirs), table).rejects.toMatchObject({ code: "not_found" });
    await owner.query(`UPDATE ${table} SET deleted_at = NULL WHERE id = $1`, [theirs]);
  }
});

it("says who put something away and when, and gives it back as it was", async () => {
  const { id } = await practice("away");
  const { version } = await one("SELECT version FROM practices WHERE id = $1", [id]).catch(() => ({ version: 1 }));
  await asActor(lab.actors.staff, (tx) => archivePractice({ actor: lab.actors.staff, tx }, { id, version }));
  const { entries } = await list({ q: "away" });
  expect(entries).toMatchObject([{ kind: "practices", id, name: "away · away", person: "Test staff" }]);
  await bring("practices", id);
  expect((await list({ q: "away" })).entries).toEqual([]);
  expect((await one("SELECT deleted_at FROM practices WHERE id = $1", [id])).deleted_at).toBeNull();
});

it("brings back what went in the same transaction, and leaves what went before", async () => {
  const { id } = await practice("parent");
  const day = (from: string) =>
    one(
      "INSERT INTO practice_closing_days (lab_id, practice_id, closed_from, closed_to, name) VALUES ($1, $2, $3, $3, 'x') RETURNING id",
      [lab.id, id, from],
    );
  const [earlier, together] = [await day("2027-01-01"), await day("2027-01-02")];
  await owner.query("UPDATE practice_closing_days SET deleted_at = now() - interval '1 day' WHERE id = $1", [
    earlier.id,
  ]);
  await owner.query("BEGIN");
  await owner.query("UPDATE practices SET deleted_at = now() WHERE id = $1", [id]);
  await owner.query("UPDATE practice_closing_days SET deleted_at = now() WHERE id = $1", [together.id]);
  await owner.query("COMMIT");
  expect(await bring("practices", id)).toEqual({ restored: 2 });
  const { rows } = await owner.query(
    "SELECT id FROM practice_closing_days WHERE practice_id = $1 AND deleted_at IS NULL",
    [id],
  );
  expect(rows).toEqual([{ id: together.id }]);
});

it("refuses a child whose parent is away, and restores both when told to", async () => {
  const { id } = await practice("gone");
  const day = await one(
    "INSERT INTO practice_closing_days (lab_id, practice_id, closed_from, closed_to, name) VALUES ($1, $2, '2027-02-01', '2027-02-01', 'x') RETURNING id",
    [lab.id, id],
  );
  await owner.query("UPDATE practice_closing_days SET deleted_at = now() - interval '1 hour' WHERE id = $1", [day.id]);
  await owner.query("UPDATE practices SET deleted_at = now() WHERE id = $1", [id]);
  await expect(bring("practice_closing_days", day.id)).rejects.toMatchObject({
    reason: "parent_deleted",
    message: "Practice gone · gone, which this belongs to, is in the trash, too. Restore both.",
  });
  expect(await bring("practice_closing_days", day.id, true)).toEqual({ restored: 2 });
});

it("refuses where something else took its place, and changes nothing", async () => {
  const first = await practice("same");
  await owner.query("UPDATE practices SET deleted_at = now() WHERE id = $1", [first.id]);
  await practice("same");
  await expect(bring("practices", first.id)).rejects.toMatchObject({ reason: "place_taken" });
  expect((await one("SELECT deleted_at FROM practices WHERE id = $1", [first.id])).deleted_at).not.toBeNull();
});

it("pages meet without a gap, forwards and back", async () => {
  await owner.query(
    "INSERT INTO reasons (lab_id, kind, code, label, deleted_at) SELECT $1, 'hold', 'r' || n, 'Paged ' || n, now() - make_interval(mins => n) FROM generate_series(1, 120) n",
    [lab.id],
  );
  const ids = async (filter: Record<string, string>) => (await list({ q: "Paged", ...filter })).entries;
  const key = (entry?: { deletedAt: string; id: string }) => `${entry?.deletedAt}|${entry?.id}`;
  const first = await ids({});
  const second = await ids({ after: key(first.at(-1)) });
  const third = await ids({ after: key(second.at(-1)) });
  expect([first.length, second.length, third.length]).toEqual([50, 50, 20]);
  expect(new Set([...first, ...second, ...third].map(({ id }) => id)).size).toBe(120);
  expect(await ids({ before: key(second[0]) })).toEqual(first);
});

it("shows what was put away to nobody who does not open the trash", async () => {
  const { id } = await practice("hidden");
  await owner.query("UPDATE practices SET deleted_at = now() WHERE id = $1", [id]);
  const seen = await asActor(lab.actors.manager, (tx) => tx.rows(sql`SELECT FROM practices WHERE id = ${id}`));
  expect(seen).toEqual([]);
});
