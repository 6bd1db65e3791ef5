import { DateTime } from "luxon";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { buildMachine } from "@/lib/workflow/batches/testing";
import { bindMachine } from "@/lib/workflow/machines/bind";
import { as, openStages, receiveBuilt, refusalOf, seen } from "@/lib/workflow/testing";
import { planDowntime, takeBackDowntime } from "./plan-downtime";

const db = useDatabase();
let lab: BuiltLab;
let scanner: string;
let caseId: string;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner, "Atlantic/Reykjavik");
  owner.release();
});
let n = 0;
beforeEach(async () => {
  scanner = await buildMachine(db.ownerPool, lab, `SCAN-${++n}`, "cad");
  const owner = await db.ownerPool.connect();
  const built = await buildCase(owner, lab);
  owner.release();
  await receiveBuilt(lab, built);
  caseId = built.id;
});

/** A moment so many hours from now, as the form says it in the lab's zone, which never changes its clocks. */
const hours = (from: number) =>
  DateTime.now().setZone("Atlantic/Reykjavik").plus({ hours: from }).toFormat("yyyy-MM-dd'T'HH:mm");
const plan = (from: number, to: number, equipmentId = scanner) =>
  as(lab.actors.manager, planDowntime, {
    equipmentId,
    planId: null,
    from: hours(from),
    to: hours(to),
    note: "Service",
  });
const takeBack = (downtime: { id: string }) => as(lab.actors.manager, takeBackDowntime, downtime);
const bind = async () =>
  as(lab.actors.technician, bindMachine, {
    stages: seen(await openStages(db.ownerPool, caseId)),
    equipmentId: scanner,
  });
/** Lets the downtimes of the machine have been planned so many hours earlier. */
const later = (by: number) =>
  db.ownerPool.query(
    "UPDATE equipment_downtimes SET started_at = started_at - make_interval(hours => $2), ended_at = ended_at - make_interval(hours => $2) WHERE equipment_id = $1",
    [scanner, by],
  );
const downtimes = async () =>
  (
    await db.ownerPool.query(
      "SELECT planned, ended_at <= clock_timestamp() AS over FROM equipment_downtimes WHERE equipment_id = $1",
      [scanner],
    )
  ).rows;

test("work is bound to the machine before its planned downtime and after it, not while it lasts", async () => {
  await plan(5, 9);
  await bind();
  await later(6);
  expect(await refusalOf(bind())).toMatchObject({ reason: "machine_down" });
  await later(6);
  await bind();
});

test("one that lies ahead goes when it is taken back, one that lasts ends now, one that is past is refused", async () => {
  await takeBack(await plan(5, 9));
  expect(await downtimes()).toEqual([]);
  const lasting = await plan(-1, 3);
  await refusalOf(bind());
  await takeBack(lasting);
  expect(await downtimes()).toEqual([{ planned: true, over: true }]);
  await bind();
  expect(await refusalOf(takeBack(lasting))).toMatchObject({ reason: "over" });
});

test("two planned ones of a machine are kept apart, a fault may lie in one; a time that is over is refused", async () => {
  await plan(5, 9);
  expect(await refusalOf(plan(8, 12))).toMatchObject({ reason: "already_planned" });
  await plan(9, 12);
  await plan(5, 9, await buildMachine(db.ownerPool, lab, `SCAN-${n}-B`, "cad"));
  await db.ownerPool.query(
    "INSERT INTO equipment_downtimes (lab_id, equipment_id, started_at, reported_by_id) VALUES ($1, $2, now(), $3)",
    [lab.id, scanner, lab.actors.manager.userId],
  );
  expect(await refusalOf(plan(-5, -2))).toMatchObject({ fieldErrors: { to: expect.anything() } });
  expect(await downtimes()).toHaveLength(3);
});
