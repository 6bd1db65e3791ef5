import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { changeDue } from "./change-due";
import { addDays, addWorkingDays, localNow } from "./due-date";
import { dayWords } from "./due-words";
import { hold } from "./hold";
import { labCalendar } from "./lab-days";
import { release, takeBackRelease } from "./release";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let staff: Actor;
let made: BuiltCase;
let reasonId: string;
/** A day the practice waits for: a weekday far enough ahead. */
let dueOn: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  staff = lab.actors.staff;
  const { rows } = await owner.query("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'rx_incomplete'", [lab.id]);
  reasonId = rows[0].id;
});
beforeEach(async () => {
  made = await buildCase(owner, lab);
  await owner.query("DELETE FROM outbox WHERE topic = 'notify'");
  await owner.query("DELETE FROM practice_closing_days");
  const calendar = await asActor(staff, (tx) => labCalendar(tx));
  dueOn = addWorkingDays(addDays(localNow(new Date(), staff.lab.timeZone).day, 10), 0, calendar);
  await owner.query("UPDATE cases SET due_on = $2, ship_by = $2::date - 1 WHERE id = $1", [made.id, dueOn]);
});
afterAll(() => owner.release());

const as = <T>(capability: (context: Context) => Promise<T>) =>
  asActor(staff, (tx) => capability({ actor: staff, tx }));
const told = async () =>
  (
    await owner.query<{ to: unknown; title: string; body: string; href: string; key: string; actor: string }>(
      `SELECT payload -> 'to' AS to, payload -> 'notice' ->> 'title' AS title, payload -> 'notice' ->> 'body' AS body,
         payload -> 'notice' ->> 'href' AS href, payload -> 'notice' ->> 'key' AS key, payload ->> 'actorId' AS actor
       FROM outbox WHERE topic = 'notify' ORDER BY id`,
    )
  ).rows;
const closePractice = (from: string, to: string) =>
  owner.query(
    "INSERT INTO practice_closing_days (lab_id, practice_id, closed_from, closed_to, name) VALUES ($1, $2, $3, $4, 'Holiday')",
    [lab.id, lab.practiceId, from, to],
  );
const holdFor = async (days: number) => {
  const { version } = await as((c) => hold(c, { caseId: made.id, version: 2, reasonId, note: "Which shade?" }));
  await owner.query("UPDATE holds SET placed_at = placed_at - make_interval(days => $2) WHERE case_id = $1", [
    made.id,
    days,
  ]);
  return version;
};

test("a hold, its release and its return tell the practice, each once and with the reason", async () => {
  const version = await holdFor(14);
  const released = await as((c) => release(c, { caseId: made.id, version }));
  await as((c) => takeBackRelease(c, { caseId: made.id, version: released.version }));
  const [held, goesOn, again] = await told();
  expect(held).toMatchObject({
    to: { practiceId: lab.practiceId, permission: "portal.view" },
    title: `Case ${made.number} is on hold`,
    body: "Waiting for the dentist: Prescription incomplete. Which shade? Its due day moves on for as long as it is held.",
    href: `/portal/cases/${made.id}`,
    actor: staff.userId,
  });
  expect(goesOn).toMatchObject({
    title: `Case ${made.number} goes on: now due ${dayWords(released.dueOn, "en-GB")}`,
    body: `It was due ${dayWords(dueOn, "en-GB")}: on hold for 10 working days.`,
  });
  expect(again?.title).toBe(`Case ${made.number} is on hold again`);
  expect(new Set((await told()).map(({ key }) => key)).size).toBe(3);
});

test("a hold over no working day says that the date stands", async () => {
  const version = await holdFor(0);
  await as((c) => release(c, { caseId: made.id, version }));
  expect((await told())[1]).toMatchObject({
    title: `Case ${made.number} goes on: still due ${dayWords(dueOn, "en-GB")}`,
    body: "It was not held over a working day.",
  });
});

test("a released case is not due while the practice is shut", async () => {
  const calendar = await asActor(staff, (tx) => labCalendar(tx));
  const moved = addWorkingDays(dueOn, 5, calendar);
  await closePractice(moved, addDays(moved, 10));
  const version = await holdFor(7);
  const released = await as((c) => release(c, { caseId: made.id, version }));
  expect(released.movedDays).toBe(5);
  expect(released.dueOn).toBe(addWorkingDays(addDays(moved, 11), 0, calendar));
  expect((await told())[1]?.body).toContain("on hold for 5 working days, the practice is closed in between");
});

test("a new due day is told with its reason, and cannot be one on which the practice is shut", async () => {
  const calendar = await asActor(staff, (tx) => labCalendar(tx));
  const later = addWorkingDays(dueOn, 3, calendar);
  await closePractice(later, later);
  await expect(as((c) => changeDue(c, { caseId: made.id, version: 2, dueOn: later }))).rejects.toMatchObject({
    fieldErrors: { dueOn: ["The practice is closed on this day."] },
  });
  const open = addWorkingDays(later, 1, calendar);
  await as((c) => changeDue(c, { caseId: made.id, version: 2, dueOn: open, reason: "Patient away" }));
  expect(await told()).toMatchObject([
    {
      title: `Case ${made.number} is now due ${dayWords(open, "en-GB")}`,
      body: `It was due ${dayWords(dueOn, "en-GB")}. Patient away`,
    },
  ]);
});
