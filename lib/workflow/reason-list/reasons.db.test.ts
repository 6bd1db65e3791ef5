import { beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { workReasons } from "../reasons";
import { as, refusalOf } from "../testing";
import { addReason, archiveReason, orderReasons, renameReason, restoreReason } from "./edit";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});
const offered = () =>
  asActor(lab.actors.manager, async (tx) => (await workReasons(tx)).block.map(({ label }) => label));

test("a reason stands under another, in two levels and no more", async () => {
  const { manager } = lab.actors;
  const top = await as(manager, addReason, { kind: "block", parentId: null, label: "Supplier" });
  const under = await as(manager, addReason, { kind: "block", parentId: top.id, label: "Late delivery" });
  expect(await offered()).toContain("Supplier: Late delivery");
  const deeper = await refusalOf(as(manager, addReason, { kind: "block", parentId: under.id, label: "Strike" }));
  expect(deeper.fieldErrors).toHaveProperty("parentId");
  const twin = await refusalOf(as(manager, addReason, { kind: "block", parentId: top.id, label: "late delivery" }));
  expect(twin.fieldErrors).toHaveProperty("label");
  expect(await refusalOf(as(manager, archiveReason, { id: top.id }))).toMatchObject({ reason: "has_reasons_under_it" });
  await as(manager, archiveReason, { id: under.id });
  await as(manager, archiveReason, { id: top.id });
  expect(await offered()).not.toContain("Supplier");
  expect(await refusalOf(as(manager, restoreReason, { id: under.id }))).toMatchObject({ reason: "group_archived" });
  await as(manager, restoreReason, { id: top.id });
  await as(manager, restoreReason, { id: under.id });
  expect(await offered()).toContain("Supplier: Late delivery");
});

test("reasons are offered in the order given, under the words given", async () => {
  const { manager } = lab.actors;
  const { rows } = await db.ownerPool.query<{ id: string }>(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'send_back' ORDER BY position DESC",
    [lab.id],
  );
  const ids = rows.map(({ id }) => id);
  await as(manager, renameReason, { id: ids[0] as string, label: "Wrong disc" });
  await as(manager, orderReasons, { kind: "send_back", parentId: null, ids });
  const reasons = await asActor(manager, async (tx) => (await workReasons(tx)).send_back);
  expect(reasons.map(({ id }) => id)).toEqual(ids);
  expect(reasons[0]?.label).toBe("Wrong disc");
  expect(
    await refusalOf(as(manager, orderReasons, { kind: "send_back", parentId: null, ids: ids.slice(1) })),
  ).toMatchObject({ reason: "stale" });
});

test("what Casepan gives by itself stays", async () => {
  const { rows } = await db.ownerPool.query(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'pause' AND code = 'machine_down'",
    [lab.id],
  );
  expect(await refusalOf(as(lab.actors.manager, archiveReason, { id: rows[0]?.id }))).toMatchObject({
    reason: "given_by_casepan",
  });
});
