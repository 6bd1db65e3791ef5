import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab, buildPractice } from "@/lib/testing/build";
import { closeOwnPractice, closePractice, closingsOf, removeClosing, restoreClosing } from "./closing-days";
import { ownClosingSchema } from "./closing-days-schema";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let neighbour: { id: string; name: string };

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  neighbour = await buildPractice(owner);
});
afterAll(() => owner.release());

const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => asActor(actor, (tx) => work({ actor, tx }));
const days = { closedFrom: "2099-08-03", closedTo: "2099-08-14", name: "Holiday" };
const seenBy = (actor: Actor, practiceId = lab.practiceId) =>
  as(actor, (c) => closingsOf(c.tx, practiceId, "2099-08-14"));

test("a practice closes itself, and the lab sees it and may take it away and put it back", async () => {
  const { dentist, staff } = lab.actors;
  const { id } = await as(dentist, (c) => closeOwnPractice(c, days));
  expect(await seenBy(staff)).toEqual([{ id, ...days }]);
  await as(staff, (c) => removeClosing(c, { id }));
  expect(await seenBy(dentist)).toEqual([]);
  await as(dentist, (c) => restoreClosing(c, { id }));
  expect(await seenBy(dentist)).toHaveLength(1);
  await expect(as(dentist, (c) => restoreClosing(c, { id }))).rejects.toMatchObject({ code: "not_found" });
});

test("a practice neither sees nor changes the days of another", async () => {
  const { dentist, staff } = lab.actors;
  const { id } = await as(staff, (c) => closePractice(c, { ...days, practiceId: neighbour.id }));
  expect(await seenBy(staff, neighbour.id)).toHaveLength(1);
  expect(await seenBy(dentist, neighbour.id)).toEqual([]);
  await expect(as(dentist, (c) => removeClosing(c, { id }))).rejects.toMatchObject({ code: "not_found" });
  await expect(as(dentist, (c) => closePractice(c, { ...days, practiceId: neighbour.id }))).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(as({ ...dentist, practice: null }, (c) => closeOwnPractice(c, days))).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a single day needs no end, days that are past or run backwards are refused", async () => {
  const { dentist } = lab.actors;
  await as(dentist, (c) => closeOwnPractice(c, { ...days, closedFrom: "2099-08-14", closedTo: "" }));
  expect(await seenBy(dentist)).toMatchObject([{ closedFrom: "2099-08-14", closedTo: "2099-08-14" }]);
  await expect(
    as(dentist, (c) => closeOwnPractice(c, { ...days, closedFrom: "2020-01-01", closedTo: "" })),
  ).rejects.toMatchObject({ fieldErrors: { closedFrom: ["These days are past."] } });
  expect(ownClosingSchema.safeParse({ ...days, closedTo: "2099-08-01" }).success).toBe(false);
  expect(ownClosingSchema.safeParse({ ...days, closedTo: "2101-08-01" }).success).toBe(false);
});
