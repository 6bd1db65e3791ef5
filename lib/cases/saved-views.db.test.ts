import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab, buildPractice } from "@/lib/testing/build";
import {
  deleteView,
  renameView,
  restoreView,
  type SavedView,
  savedViews,
  saveView,
  setDefaultView,
  updateView,
} from "./saved-views";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;
let neighbour: Actor;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  neighbour = { ...lab.actors.dentist, userId: lab.actors.staff.userId, practice: await buildPractice(owner) };
});
afterAll(() => owner.release());

const views = (actor: Actor) => asActor(actor, (tx) => savedViews(tx));
const save = (actor: Actor, name: string, shared = false) =>
  asActor(actor, (tx) => saveView({ actor, tx }, { name, query: "status=open&sort=due", shared }));
const names = async (actor: Actor) => (await views(actor)).map(({ name }) => name);
const one = async (actor: Actor, name: string) => (await views(actor)).find((view) => view.name === name) as SavedView;

test("a view is seen by its owner; shared, by those who see the same list, and by nobody else", async () => {
  const { manager, staff, dentist } = lab.actors;
  await save(manager, "Mine");
  await save(manager, "Everybody's", true);
  await save(dentist, "The practice's", true);
  expect(await names(manager)).toEqual(["Everybody's", "Mine"]);
  expect(await names(staff)).toEqual(["Everybody's"]);
  expect((await one(staff, "Everybody's")).own).toBe(false);
  expect(await names(dentist)).toEqual(["The practice's"]);
  expect(await names(neighbour)).toEqual([]);
  expect(await names(other.actors.manager)).toEqual([]);
});

test("only its owner changes a view, and knows when another window changed it first", async () => {
  const { manager, staff } = lab.actors;
  const shared = await one(staff, "Everybody's");
  const change = (actor: Actor, version: number) =>
    asActor(actor, (tx) => updateView({ actor, tx }, { id: shared.id, version, query: "late=1" }));
  await expect(change(staff, shared.version)).rejects.toMatchObject({ code: "not_found" });
  await expect(asActor(staff, (tx) => deleteView({ actor: staff, tx }, { id: shared.id }))).rejects.toMatchObject({
    code: "not_found",
  });
  await change(manager, shared.version);
  await expect(change(manager, shared.version)).rejects.toMatchObject({ reason: "stale" });
  expect((await one(staff, "Everybody's")).query).toBe("late=1");
  const direct = asActor(staff, (tx) =>
    tx.execute(sql`UPDATE saved_views SET name = 'Stolen' WHERE id = ${shared.id}`),
  );
  await expect(direct).rejects.toMatchObject({ code: "42501" });
});

test("names are one's own once, whatever their case", async () => {
  const { manager, staff } = lab.actors;
  await expect(save(manager, "mine")).rejects.toMatchObject({ fieldErrors: { name: [expect.any(String)] } });
  await save(staff, "Mine");
  const mine = await one(staff, "Mine");
  await asActor(staff, (tx) =>
    renameView({ actor: staff, tx }, { id: mine.id, version: mine.version, name: "Ours", shared: true }),
  );
  expect(await names(manager)).toEqual(["Everybody's", "Mine", "Ours"]);
});

test("a deleted view comes back, unless its name was given away", async () => {
  const { manager } = lab.actors;
  const { id } = await one(manager, "Mine");
  const restore = () => asActor(manager, (tx) => restoreView({ actor: manager, tx }, { id }));
  await asActor(manager, (tx) => deleteView({ actor: manager, tx }, { id }));
  expect(await names(manager)).not.toContain("Mine");
  await restore();
  expect(await names(manager)).toContain("Mine");
  await asActor(manager, (tx) => deleteView({ actor: manager, tx }, { id }));
  await save(manager, "MINE");
  await expect(restore()).rejects.toMatchObject({ code: "invalid" });
});

test("a list opens with one view at most, each person's own choice", async () => {
  const { manager, staff, dentist } = lab.actors;
  const { id } = await one(staff, "Everybody's");
  const openWith = (actor: Actor, view: string | null) =>
    asActor(actor, (tx) => setDefaultView({ actor, tx }, { id: view }));
  await openWith(staff, id);
  await openWith(staff, (await one(staff, "Ours")).id);
  expect((await views(staff)).filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(["Ours"]);
  expect((await views(manager)).some(({ isDefault }) => isDefault)).toBe(false);
  await openWith(staff, null);
  await openWith(staff, id);
  expect((await views(staff)).filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(["Everybody's"]);
  await expect(openWith(dentist, id)).rejects.toMatchObject({ code: "not_found" });
});
