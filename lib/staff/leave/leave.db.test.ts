import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { departmentLoad } from "@/lib/cases/load";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { buildColleague, buildProfile, buildWeek } from "../testing/rostered";
import { leaveBalance } from "./balance";
import { decideLeave, withdrawLeave } from "./decide-leave";
import { leaveToDecide } from "./queries";
import { recordLeave, requestLeave } from "./request-leave";
import { leaveRequestSchema } from "./schema";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let profileId: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  profileId = await buildProfile(owner, lab.id, lab.actors.technician.userId, "cam");
  await buildWeek(owner, lab.id, profileId);
  await owner.query("UPDATE departments SET daily_capacity_units = 10 WHERE lab_id = $1 AND key = 'cam'", [lab.id]);
});
afterAll(() => owner.release());

const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => asActor(actor, (tx) => work({ actor, tx }));
const parsed = (changes: object) =>
  leaveRequestSchema.parse({
    kind: "holiday",
    fromDay: "2098-03-03",
    toDay: "",
    halfFirst: false,
    halfLast: false,
    note: "",
    idempotencyKey: randomUUID(),
    ...changes,
  });
const ask = (changes: object = {}, actor = lab.actors.technician) => as(actor, (c) => requestLeave(c, parsed(changes)));
const decide = (id: string, approve = true, actor = lab.actors.manager, version = 1) =>
  as(actor, (c) => decideLeave(c, { id, version, approve, answer: approve ? "" : "Not then" }));
const balance = (year = 2098) => as(lab.actors.manager, (c) => leaveBalance(c.tx, profileId, year));
const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (thrown: unknown) => {
      const refusal = asRefusal(thrown);
      return refusal?.fieldErrors ? Object.values(refusal.fieldErrors).flat()[0] : refusal?.reason;
    },
  );
const told = async () =>
  (
    await owner.query(
      "SELECT payload->'to' AS to, payload->'notice'->>'title' AS title FROM outbox WHERE lab_id = $1 AND topic = 'notify' ORDER BY id",
      [lab.id],
    )
  ).rows;

// 2098-03-03 is a Monday.
test("holiday is counted in the person's working days, asked for and approved, and halves at the ends", async () => {
  await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, '2098-03-05', 'Shut')", [
    lab.id,
  ]);
  const { id } = await ask({ fromDay: "2098-03-03", toDay: "2098-03-10", halfFirst: true });
  expect(await balance()).toEqual({ year: 2098, allowance: 25, approved: 0, requested: 4.5, left: 20.5 });
  await decide(id);
  expect(await balance()).toMatchObject({ approved: 4.5, requested: 0, left: 20.5 });
  await ask({ kind: "sick", fromDay: "2098-03-17" });
  expect((await balance()).left).toBe(20.5);
});

test("what is beyond the year's allowance is refused, each year by its own days", async () => {
  await owner.query("UPDATE staff_profiles SET leave_days_per_year = 3 WHERE id = $1", [profileId]);
  // 2098-12-29 is a Monday: three days of 2098 and two of 2099.
  await ask({ fromDay: "2098-12-29", toDay: "2099-01-02" });
  expect([(await balance(2098)).left, (await balance(2099)).left]).toEqual([0, 1]);
  expect(await reasonOf(ask({ fromDay: "2098-06-02" }))).toBe(
    "This takes 1 day of 2098; none of its holiday are left.",
  );
  expect(await reasonOf(ask({ fromDay: "2099-06-01", toDay: "2099-06-02" }))).toBe(
    "This takes 2 days of 2099; 1 day of its holiday is left.",
  );
});

test("of two requests at once for the last days one is kept", async () => {
  await owner.query("UPDATE staff_profiles SET leave_days_per_year = 1 WHERE id = $1", [profileId]);
  const days = Array.from({ length: 8 }, (_, n) => `2098-03-${String(3 + n + (n > 4 ? 2 : 0)).padStart(2, "0")}`);
  const answers = await Promise.allSettled(days.map((fromDay) => ask({ fromDay })));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await balance()).left).toBe(0);
});

test("leave does not overlap leave, halves of a day do not touch; days off and past days are refused", async () => {
  await ask({ halfLast: true });
  await ask({ halfFirst: true, kind: "training" });
  expect(await reasonOf(ask({ toDay: "2098-03-04" }))).toBe("leave_overlaps");
  expect(await reasonOf(ask({ fromDay: "2098-03-08" }))).toBe("There is no working day in this.");
  expect(await reasonOf(ask({ fromDay: "2020-03-03" }))).toBe("This day is past.");
});

test("both sides are told, and an answer is given once", async () => {
  const { id } = await ask();
  await decide(id, false);
  expect(await told()).toEqual([
    { to: { permission: "leave.approve" }, title: "Test technician asks for leave: holiday, Mon 3 Mar" },
    { to: { userIds: [lab.actors.technician.userId] }, title: "Your leave was rejected: Mon 3 Mar" },
  ]);
  expect(await reasonOf(decide(id, true, lab.actors.manager, 2))).toBe("leave_decided");
  expect(await reasonOf(decide(id))).toBe("stale");
  const again = await ask();
  await decide(again.id);
  await as(lab.actors.technician, (c) => withdrawLeave(c, { id: again.id, version: 2 }));
  expect((await told()).at(-1)).toMatchObject({ title: "Test technician withdrew their leave: Mon 3 Mar" });
  const third = await ask();
  const withdrawn = as(lab.actors.staff, (c) => withdrawLeave(c, { id: third.id, version: 1 }));
  expect(await reasonOf(withdrawn)).toBe("not_found");
});

test("nobody decides on their own leave while another may; alone one does", async () => {
  const { id } = await ask({}, lab.actors.manager);
  expect(await reasonOf(decide(id))).toBe("own_leave");
  const recorded = as(lab.actors.manager, (c) =>
    recordLeave(c, { userId: lab.actors.manager.userId as string, ...parsed({ fromDay: "2098-04-01" }) }),
  );
  expect(await reasonOf(recorded)).toBe("own_leave");
  await owner.query("UPDATE memberships SET status = 'disabled' WHERE lab_id = $1 AND user_id = $2", [
    lab.id,
    lab.actors.admin.userId,
  ]);
  await decide(id);
});

test("approving moves what the department can do, and the approver sees it before, with who else is away", async () => {
  const colleague = await buildColleague(owner, lab.id, "cam");
  await buildWeek(owner, lab.id, colleague.profileId);
  const day = (
    await owner.query(
      "SELECT (date_trunc('week', now() AT TIME ZONE 'Europe/London')::date + 15)::text AS day", // a Tuesday
    )
  ).rows[0].day as string;
  const { id } = await ask({ fromDay: day, kind: "unpaid" });
  await as(lab.actors.manager, (c) =>
    recordLeave(c, { userId: colleague.userId, ...parsed({ fromDay: day, halfLast: true, kind: "training" }) }),
  );
  const shown = await as(lab.actors.manager, (c) => leaveToDecide(c.tx, id));
  expect(shown).toMatchObject({ days: 1, effect: [{ day, before: 7, after: 2 }], others: [{ kind: "training" }] });
  const can = async () =>
    (await asActor(lab.actors.dentist, departmentLoad)).find(({ name }) => name === "Milling")?.otherDays[day];
  expect(await can()).toEqual({ capacity: 7, shortOf: "people" });
  await decide(id);
  expect(await can()).toEqual({ capacity: 2, shortOf: "people" });
});
