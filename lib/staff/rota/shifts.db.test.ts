import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { buildColleague, buildLeave, buildWeek } from "../testing/rostered";
import { moveShift, planShift } from "./plan-shift";
import { copyWeek, publishRota } from "./publish-rota";
import { rotaOf } from "./queries";
import { removeShift, restoreShift } from "./remove-shift";
import { shiftSchema } from "./schema";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let person: { userId: string; profileId: string };
let other: { userId: string; profileId: string };

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  person = await buildColleague(owner, lab.id, "cam");
  other = await buildColleague(owner, lab.id, "cam");
});
afterAll(() => owner.release());

const as = <T>(work: (context: Context) => Promise<T>, actor: Actor = lab.actors.manager) =>
  asActor(actor, (tx) => work({ actor, tx }));
const plan = (changes: object = {}) =>
  as((c) =>
    planShift(
      c,
      shiftSchema.parse({
        userId: person.userId,
        departmentId: "",
        day: "2026-11-24",
        from: "08:00",
        to: "16:00",
        breakMinutes: "30",
        note: "",
        idempotencyKey: randomUUID(),
        ...changes,
      }),
    ),
  );
const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (thrown: unknown) => asRefusal(thrown)?.reason,
  );
const week = async (from = "2026-11-23", to = "2026-11-29", manages = true) =>
  (await as((c) => rotaOf(c.tx, { from, to, departmentId: null }, { manages, ownId: null }))).rows;
const shiftsOf = async (userId: string, from?: string, to?: string, manages?: boolean) =>
  Object.entries((await week(from, to, manages)).find((row) => row.userId === userId)?.cells ?? {}).flatMap(
    ([day, { shifts }]) => shifts.map((shift) => `${day} ${shift.from}–${shift.to}${shift.draft ? " draft" : ""}`),
  );
const notices = async () =>
  (await owner.query("SELECT payload FROM outbox WHERE lab_id = $1 AND topic = 'notify'", [lab.id])).rows.length;

test("of 32 overlapping shifts of a person planned at once one is kept, and the others are refused in words", async () => {
  const attempts = await Promise.allSettled(
    Array.from({ length: 32 }, (_, n) =>
      plan({ from: `${String(6 + (n % 5)).padStart(2, "0")}:00`, to: "17:00", userId: person.userId }),
    ),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const reasons = attempts.flatMap((one) => (one.status === "rejected" ? [asRefusal(one.reason)?.reason] : []));
  expect(new Set(reasons)).toEqual(new Set(["shift_overlaps"]));
  expect(await shiftsOf(person.userId)).toHaveLength(1);
});

test("shifts that touch, of another person or of another lab do not overlap", async () => {
  await plan();
  await plan({ from: "16:00", to: "22:00" });
  await plan({ userId: other.userId });
  expect(await reasonOf(plan({ from: "21:59", to: "23:00" }))).toBe("shift_overlaps");
  expect(await reasonOf(plan({ from: "22:00", to: "22:20" }))).toBe("invalid");
  expect(await shiftsOf(person.userId)).toEqual(["2026-11-24 08:00–16:00 draft", "2026-11-24 16:00–22:00 draft"]);
});

test("the database itself refuses, also to whoever goes round the app", async () => {
  await plan();
  await expect(
    owner.query(
      "INSERT INTO shifts (lab_id, staff_profile_id, starts_at, ends_at) VALUES ($1, $2, '2026-11-24T15:00Z', '2026-11-24T18:00Z')",
      [lab.id, person.profileId],
    ),
  ).rejects.toMatchObject({ constraint: "shifts_apart" });
});

test("a shift is carried to another day and person at the same hours, over the change of the clocks too", async () => {
  const { id } = await plan({ day: "2026-10-23" });
  await as((c) => moveShift(c, { id, version: 1, userId: other.userId, day: "2026-10-26" }));
  expect(await shiftsOf(other.userId, "2026-10-26", "2026-10-26")).toEqual(["2026-10-26 08:00–16:00 draft"]);
  expect(await reasonOf(as((c) => moveShift(c, { id, version: 1, userId: other.userId, day: "2026-10-27" })))).toBe(
    "stale",
  );
  await buildLeave(owner, lab, person.profileId, { from: "2026-10-27", to: "2026-10-28", halfLast: true });
  expect(await reasonOf(as((c) => moveShift(c, { id, version: 2, userId: person.userId, day: "2026-10-27" })))).toBe(
    "on_leave",
  );
  await as((c) => moveShift(c, { id, version: 2, userId: person.userId, day: "2026-10-28" }));
});

test("drafts are seen by those who plan alone, until the rota is published; then their people are told", async () => {
  await plan();
  await plan({ userId: other.userId });
  expect(await shiftsOf(person.userId, undefined, undefined, false)).toEqual([]);
  const before = await notices();
  expect(await as((c) => publishRota(c, { week: "2026-11-26", departmentId: null }))).toEqual({ published: 2 });
  expect(await as((c) => publishRota(c, { week: "2026-11-26", departmentId: null }))).toEqual({ published: 0 });
  expect((await notices()) - before).toBe(1);
  expect(await shiftsOf(person.userId, undefined, undefined, false)).toEqual(["2026-11-24 08:00–16:00"]);
});

test("a week is copied at the same hours over the change of the clocks, once, without what is taken or on leave", async () => {
  await plan({ day: "2026-10-19" });
  await plan({ day: "2026-10-20" });
  await plan({ day: "2026-10-19", userId: other.userId });
  await buildLeave(owner, lab, person.profileId, { from: "2026-10-27", to: "2026-10-27" });
  const copy = () => as((c) => copyWeek(c, { from: "2026-10-21", to: "2026-10-30", departmentId: null }));
  expect(await copy()).toEqual({ copied: 2, left: 1 });
  expect(await copy()).toEqual({ copied: 0, left: 3 });
  expect(await shiftsOf(person.userId, "2026-10-26", "2026-11-01")).toEqual(["2026-10-26 08:00–16:00 draft"]);
});

test("a shift that was taken off comes back unless its time was given away", async () => {
  const { id } = await plan();
  await as((c) => removeShift(c, { id }));
  expect(await shiftsOf(person.userId)).toEqual([]);
  await as((c) => restoreShift(c, { id }));
  await as((c) => removeShift(c, { id }));
  await plan({ from: "10:00", to: "12:00" });
  expect(await reasonOf(as((c) => restoreShift(c, { id })))).toBe("shift_overlaps");
});

test("colleagues see that somebody is away, and not why; nor what is only asked for", async () => {
  await buildWeek(owner, lab.id, person.profileId);
  await buildLeave(owner, lab, person.profileId, { from: "2026-11-24", to: "2026-11-24", kind: "sick" });
  await buildLeave(owner, lab, person.profileId, { from: "2026-11-26", to: "2026-11-26", status: "requested" });
  const cells = async (manages: boolean) =>
    (await week(undefined, undefined, manages)).find((r) => r.userId === person.userId)?.cells;
  const seen = await cells(false);
  expect([seen?.["2026-11-24"]?.leave, seen?.["2026-11-26"]?.leave]).toEqual([
    { kind: null, part: "all", asked: false },
    null,
  ]);
  expect((await cells(true))?.["2026-11-24"]?.leave).toMatchObject({ kind: "sick" });
});
