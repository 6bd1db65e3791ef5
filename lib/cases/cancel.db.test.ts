import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { cancel } from "./cancel";
import { changeDue } from "./change-due";
import { addDays, addWorkingDays, localNow, weekdayOf } from "./due-date";
import { labCalendar } from "./lab-days";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let made: BuiltCase;
let reasonId: string;
let staff: Actor;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  staff = lab.actors.staff;
  reasonId = await value("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'duplicate'", lab.id);
});
beforeEach(async () => {
  made = await buildCase(owner, lab, [
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
    { procedureType: "crowns", material: "zirconia_full", teeth: [24] },
  ]);
});
afterAll(() => owner.release());

const value = async (text: string, ...values: unknown[]) =>
  Object.values((await owner.query(text, values)).rows[0] ?? {})[0] as string;
const as = <T>(capability: (context: Context) => Promise<T>) =>
  asActor(staff, (tx) => capability({ actor: staff, tx }));
const cancelIt = (version = 1) => as((c) => cancel(c, { caseId: made.id, version, reasonId, note: "Sent again as 2" }));

test("cancelling closes items, attempts, clocks and an open hold, for good", async () => {
  await owner.query("UPDATE workflow_stages SET status = 'in_progress', started_at = now() WHERE id = $1", [
    made.stageIds[0],
  ]);
  await owner.query("INSERT INTO stage_time_entries (lab_id, workflow_stage_id, user_id) VALUES ($1, $2, $3)", [
    lab.id,
    made.stageIds[0],
    staff.userId,
  ]);
  await owner.query("INSERT INTO holds (lab_id, case_id, placed_by_id) VALUES ($1, $2, $3)", [
    lab.id,
    made.id,
    staff.userId,
  ]);
  const { version } = await cancelIt();
  const found = (
    await owner.query("SELECT status, version, cancelled_reason, cancelled_at FROM cases WHERE id = $1", [made.id])
  ).rows[0];
  expect(found).toMatchObject({ status: "cancelled", version, cancelled_reason: "Sent twice: Sent again as 2" });
  expect(found.cancelled_at).not.toBeNull();
  const stages = await owner.query("SELECT status, outcome, completed_by_id FROM workflow_stages WHERE case_id = $1", [
    made.id,
  ]);
  expect(stages.rows).toEqual(
    Array(2).fill({ status: "completed", outcome: "cancelled", completed_by_id: staff.userId }),
  );
  expect(await value("SELECT count(*)::int FROM case_items WHERE case_id = $1 AND status = 'cancelled'", made.id)).toBe(
    2,
  );
  expect(
    await value(
      "SELECT count(*)::int FROM stage_time_entries WHERE workflow_stage_id = $1 AND ended_at IS NULL",
      made.stageIds[0],
    ),
  ).toBe(0);
  expect(await value("SELECT count(*)::int FROM holds WHERE case_id = $1 AND released_at IS NULL", made.id)).toBe(0);
  await expect(cancelIt(version)).rejects.toMatchObject({ reason: "case_closed" });
});

test("nothing changes for a stale version or once something has left the lab", async () => {
  await expect(cancelIt(5)).rejects.toMatchObject({ reason: "stale" });
  await owner.query("UPDATE case_items SET status = 'shipped' WHERE id = $1", [made.itemIds[0]]);
  await expect(cancelIt()).rejects.toMatchObject({ reason: "already_shipped" });
  expect(await value("SELECT count(*)::int FROM case_items WHERE case_id = $1 AND status = 'cancelled'", made.id)).toBe(
    0,
  );
});

test("nothing changes while a shipment holds an item of it", async () => {
  await owner.query(
    `WITH s AS (INSERT INTO shipments (lab_id, number, practice_id) VALUES ($1, $2, $3) RETURNING id)
     INSERT INTO shipment_items (lab_id, shipment_id, case_item_id) SELECT $1, id, $4 FROM s`,
    [lab.id, `S-${made.number}`, lab.practiceId, made.itemIds[0]],
  );
  await owner.query("UPDATE case_items SET status = 'shipped' WHERE id = $1", [made.itemIds[0]]);
  await expect(cancelIt()).rejects.toMatchObject({ reason: "in_shipment" });
});

test("a new due day moves ship-by with it and says so to the practice", async () => {
  const calendar = await asActor(staff, (tx) => labCalendar(tx));
  const today = localNow(new Date(), staff.lab.timeZone).day;
  const dueOn = addWorkingDays(today, 20, calendar);
  const changed = await as((c) => changeDue(c, { caseId: made.id, version: 1, dueOn, reason: "Patient away" }));
  expect(changed).toEqual({ version: 2, dueOn, shipBy: addWorkingDays(dueOn, -1, calendar) });
  expect(await value("SELECT version FROM cases WHERE id = $1", made.id)).toBe(2);
  expect(await value("SELECT audience FROM case_events WHERE case_id = $1 AND kind = 'due_changed'", made.id)).toBe(
    "shared",
  );
  await expect(as((c) => changeDue(c, { caseId: made.id, version: 1, dueOn: today }))).rejects.toMatchObject({
    reason: "stale",
  });
});

test("refuses a due day that is past, far away, the same, or when the lab is shut", async () => {
  const today = localNow(new Date(), staff.lab.timeZone).day;
  const same = await value("SELECT due_on::text FROM cases WHERE id = $1", made.id);
  const saturday = addDays(today, 20 + ((6 - weekdayOf(addDays(today, 20)) + 7) % 7));
  for (const dueOn of [addDays(today, -1), addDays(today, 400), same, saturday])
    await expect(as((c) => changeDue(c, { caseId: made.id, version: 1, dueOn }))).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { dueOn: expect.any(Array) },
    });
});
