import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { addDays, addWorkingDays, localNow } from "./due-date";
import { hold } from "./hold";
import { labCalendar } from "./lab-days";
import { release, takeBackRelease } from "./release";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;
let made: BuiltCase;
let reasonId: string;
let technician: Actor;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  technician = lab.actors.technician;
  reasonId = await value("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'rx_incomplete'", lab.id);
});
beforeEach(async () => {
  made = await buildCase(owner, lab);
});
afterAll(() => owner.release());

const NO_CLOSING_DAYS = { timeZone: "UTC", workingWeekdays: [1, 2, 3, 4, 5], closesAt: "18:00", closingDays: [] };
const value = async (text: string, ...values: unknown[]) =>
  Object.values((await owner.query(text, values)).rows[0] ?? {})[0] as string;
const as = <T>(actor: Actor, capability: (context: Context) => Promise<T>) =>
  asActor(actor, (tx) => capability({ actor, tx }));
const place = (actor: Actor, version = 1) =>
  as(actor, (context) => hold(context, { caseId: made.id, version, reasonId, note: "Which shade?" }));
/** As if the case had been put on hold so many of the lab's days ago, at noon. */
const heldSince = (days: number) =>
  owner.query("UPDATE holds SET placed_at = $2 WHERE case_id = $1", [
    made.id,
    `${addDays(localNow(new Date(), technician.lab.timeZone).day, -days)}T12:00:00Z`,
  ]);
const events = async () =>
  (await owner.query("SELECT kind, audience, data FROM case_events WHERE case_id = $1 ORDER BY id", [made.id])).rows;

test("a hold pauses the case, stops its clocks and tells the practice why", async () => {
  await owner.query("UPDATE workflow_stages SET status = 'in_progress', started_at = now() WHERE id = $1", [
    made.stageIds[0],
  ]);
  await owner.query(
    "INSERT INTO stage_time_entries (lab_id, workflow_stage_id, user_id, started_at) VALUES ($1, $2, $3, now() - interval '90 s')",
    [lab.id, made.stageIds[0], technician.userId],
  );
  const { version } = await place(technician);
  expect(await value("SELECT status FROM cases WHERE id = $1", made.id)).toBe("on_hold");
  expect(await value("SELECT version FROM cases WHERE id = $1", made.id)).toBe(version);
  expect(
    await value(
      "SELECT count(*)::int FROM stage_time_entries WHERE workflow_stage_id = $1 AND ended_at IS NULL",
      made.stageIds[0],
    ),
  ).toBe(0);
  expect(await value("SELECT status FROM workflow_stages WHERE id = $1", made.stageIds[0])).toBe("on_hold");
  expect(
    Number(await value("SELECT working_seconds FROM workflow_stages WHERE id = $1", made.stageIds[0])),
  ).toBeGreaterThanOrEqual(90);
  expect(await events()).toEqual([
    {
      kind: "held",
      audience: "shared",
      data: { reason: "Waiting for the dentist: Prescription incomplete", note: "Which shade?" },
    },
  ]);
});

test("of two holds at once one wins and the other is told it is on hold already", async () => {
  const answers = await Promise.allSettled([place(technician), place(lab.actors.staff)]);
  expect(answers.map((a) => a.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = answers.find((a) => a.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "conflict", reason: "already_on_hold" });
  expect(await value("SELECT count(*)::int FROM holds WHERE case_id = $1", made.id)).toBe(1);
  expect(await events()).toHaveLength(1);
});

test("refuses a stale version, a reason of another kind or lab, a past day, and a foreign case", async () => {
  await expect(place(technician, 7)).rejects.toMatchObject({ reason: "stale" });
  const wrong = [
    await value("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'cancellation' LIMIT 1", lab.id),
    await value("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'hold' LIMIT 1", other.id),
  ];
  for (const id of wrong)
    await expect(as(technician, (c) => hold(c, { caseId: made.id, version: 1, reasonId: id }))).rejects.toMatchObject({
      code: "invalid",
      fieldErrors: { reasonId: expect.any(Array) },
    });
  await expect(
    as(technician, (c) => hold(c, { caseId: made.id, version: 1, reasonId, reviewOn: "2020-01-01" })),
  ).rejects.toMatchObject({ fieldErrors: { reviewOn: expect.any(Array) } });
  await expect(place(other.actors.technician)).rejects.toMatchObject({ code: "not_found" });
  expect(await value("SELECT count(*)::int FROM holds WHERE case_id = $1", made.id)).toBe(0);
});

test("a release moves the dates by the working days held, and can be taken back", async () => {
  const { version } = await place(technician);
  await heldSince(14);
  const dates = () =>
    owner.query("SELECT due_on::text, ship_by::text FROM cases WHERE id = $1", [made.id]).then((r) => r.rows[0]);
  const before = await dates();
  const calendar = await asActor(technician, (tx) => labCalendar(tx));
  const released = await as(technician, (c) => release(c, { caseId: made.id, version }));
  expect(released.movedDays).toBe(10);
  expect(await dates()).toEqual({
    due_on: addWorkingDays(before.due_on, 10, calendar),
    ship_by: addWorkingDays(before.ship_by, 10, calendar),
  });
  expect(await value("SELECT status FROM cases WHERE id = $1", made.id)).toBe("submitted");
  expect((await events()).map((e) => e.kind)).toEqual(["held", "released", "due_changed"]);

  await expect(as(technician, (c) => release(c, { caseId: made.id, version: released.version }))).rejects.toMatchObject(
    {
      reason: "not_on_hold",
    },
  );
  await expect(as(technician, (c) => takeBackRelease(c, { caseId: made.id, version }))).rejects.toMatchObject({
    reason: "stale",
  });
  await as(technician, (c) => takeBackRelease(c, { caseId: made.id, version: released.version }));
  expect(await dates()).toEqual(before);
  expect((await events()).slice(3)).toMatchObject([
    { kind: "held" },
    { kind: "due_changed", data: { from: released.dueOn, to: before.due_on } },
  ]);
  expect(await value("SELECT status FROM cases WHERE id = $1", made.id)).toBe("on_hold");
  expect(await value("SELECT count(*)::int FROM holds WHERE case_id = $1", made.id)).toBe(1);
});

test("a closing day weeks ago does not count as a day held", async () => {
  const { version } = await place(technician);
  await heldSince(28);
  const closedOn = addWorkingDays(localNow(new Date(), technician.lab.timeZone).day, -14, NO_CLOSING_DAYS);
  await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, $2, 'Stocktaking')", [
    lab.id,
    closedOn,
  ]);
  const { movedDays } = await as(technician, (c) => release(c, { caseId: made.id, version }));
  expect(movedDays).toBe(19);
});

test("a hold released on the day it was placed moves nothing", async () => {
  const { version } = await place(technician);
  const { movedDays, dueOn } = await as(technician, (c) => release(c, { caseId: made.id, version }));
  expect(movedDays).toBe(0);
  expect(dueOn).toBe(await value("SELECT due_on::text FROM cases WHERE id = $1", made.id));
  expect((await events()).map((e) => e.kind)).toEqual(["held", "released"]);
  expect(localNow(new Date(), lab.actors.staff.lab.timeZone).day <= dueOn).toBe(true);
});

test("a case that was never held has nothing to take back", async () => {
  await expect(as(technician, (c) => takeBackRelease(c, { caseId: made.id, version: 1 }))).rejects.toMatchObject({
    reason: "nothing_to_take_back",
  });
});
