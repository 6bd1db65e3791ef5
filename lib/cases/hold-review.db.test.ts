import { DateTime } from "luxon";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { as, refusalOf } from "@/lib/workflow/testing";
import { addDays, localNow } from "./due-date";
import { hold } from "./hold";
import { heldCases, holdsToReview, moveReview, reviewHolds } from "./hold-review";
import { release } from "./release";

const db = useDatabase();
let lab: BuiltLab;
let built: BuiltCase;
let today: string;

const rows = async (text: string, values: unknown[] = []) => (await db.ownerPool.query(text, values)).rows;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
  today = localNow(new Date(), lab.actors.staff.lab.timeZone).day;
});
beforeEach(async () => {
  const owner = await db.ownerPool.connect();
  built = await buildCase(owner, lab);
  owner.release();
  const [reason] = await rows("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'implant_parts'", [lab.id]);
  await as(lab.actors.technician, hold, {
    caseId: built.id,
    version: 1,
    reasonId: reason.id,
    reviewOn: addDays(today, 2),
  });
});

const review = (day: string) =>
  asActor(lab.actors.manager, (tx) =>
    reviewHolds({ actor: lab.actors.manager, tx }, DateTime.fromISO(`${day}T09:00:00Z`)),
  );
const told = () =>
  rows(
    "SELECT payload -> 'to' AS receivers, payload -> 'notice' ->> 'body' AS body FROM outbox WHERE lab_id = $1 AND topic = 'notify' AND payload -> 'notice' ->> 'href' = $2 ORDER BY id",
    [lab.id, `/cases/${built.id}`],
  );

test("on its day the holder is told once, with the reason of both levels; another day tells again", async () => {
  await review(addDays(today, 1));
  expect(await told()).toEqual([]);
  await Promise.all([review(addDays(today, 2)), review(addDays(today, 2))]);
  await review(addDays(today, 3));
  expect(await told()).toEqual([
    { receivers: { userIds: [lab.actors.technician.userId] }, body: "Waiting for material: Implant parts" },
  ]);
  expect(await asActor(lab.actors.staff, (tx) => holdsToReview(tx, addDays(today, 3)))).toBeGreaterThan(0);
  await as(lab.actors.staff, moveReview, { caseId: built.id, reviewOn: addDays(today, 9) });
  await review(addDays(today, 8));
  expect(await told()).toHaveLength(1);
  await review(addDays(today, 9));
  expect(await told()).toHaveLength(2);
});

test("nobody is told of a case that goes on, and everybody who may hold when the holder has left", async () => {
  await rows("UPDATE memberships SET status = 'disabled' WHERE lab_id = $1 AND user_id = $2", [
    lab.id,
    lab.actors.technician.userId,
  ]);
  await review(addDays(today, 2));
  expect(await told()).toMatchObject([{ receivers: { permission: "cases.hold" } }]);
  await rows("UPDATE memberships SET status = 'active' WHERE lab_id = $1", [lab.id]);
  const [{ version }] = await rows("SELECT version FROM cases WHERE id = $1", [built.id]);
  await as(lab.actors.staff, release, { caseId: built.id, version });
  await review(addDays(today, 30));
  expect(await told()).toHaveLength(1);
  expect((await refusalOf(as(lab.actors.staff, moveReview, { caseId: built.id }))).reason).toBe("not_on_hold");
});

test("the list shows the soonest first and leaves out what goes on", async () => {
  const held = await asActor(lab.actors.staff, heldCases);
  const days = held.map(({ reviewOn }) => reviewOn ?? "9999");
  expect(days).toEqual(days.toSorted());
  expect(held.find(({ caseId }) => caseId === built.id)).toMatchObject({
    reason: "Waiting for material: Implant parts",
    placedBy: "Test technician",
  });
});
