import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { assignEach } from "@/lib/workflow/assign-cases";
import { changeDueEach, holdEach, matchingCases, releaseEach, writeEach } from "./bulk";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;
let reasonId: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  reasonId = (await owner.query("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'rx_incomplete'", [lab.id]))
    .rows[0].id;
});
afterAll(() => owner.release());

const seen = ({ id }: BuiltCase, version = 1) => ({ caseId: id, version });
const status = async (one: BuiltCase) =>
  (await owner.query("SELECT status FROM cases WHERE id = $1", [one.id])).rows[0].status;

test("each row is done or refused for itself, with its reason, and what is refused leaves the others done", async () => {
  const { staff } = lab.actors;
  const [first, stale, held, last] = [
    await buildCase(owner, lab),
    await buildCase(owner, lab),
    await buildCase(owner, lab),
    await buildCase(owner, lab),
  ];
  const foreign = await buildCase(owner, other);
  await holdEach({ actor: staff }, { rows: [seen(held)], reasonId });
  const { results } = await holdEach(
    { actor: staff },
    { rows: [seen(first), seen(stale, 7), seen(held, 2), seen(foreign), seen(last)], reasonId, note: "Which shade?" },
  );
  expect(results.map(({ caseId, ok }) => [caseId, ok])).toEqual([
    [first.id, true],
    [stale.id, false],
    [held.id, false],
    [foreign.id, false],
    [last.id, true],
  ]);
  expect(results.map(({ message }) => message)).toEqual([
    undefined,
    expect.stringContaining("changed in the meantime"),
    `Case ${held.number} is already on hold.`,
    expect.stringContaining("not yours to see"),
    undefined,
  ]);
  expect([await status(first), await status(stale), await status(foreign), await status(last)]).toEqual([
    "on_hold",
    "submitted",
    "submitted",
    "on_hold",
  ]);
  const again = await releaseEach({ actor: staff }, { rows: [seen(stale), seen(first, 2)] });
  expect(again.results.map(({ ok }) => ok)).toEqual([false, true]);
});

test("due days move to one day, or each by working days from its own", async () => {
  const { manager } = lab.actors;
  const [one, two] = [await buildCase(owner, lab), await buildCase(owner, lab)];
  const due = async () =>
    (
      await owner.query("SELECT due_on::text AS due FROM cases WHERE id = ANY($1) ORDER BY number", [[one.id, two.id]])
    ).rows.map((row) => row.due);
  await owner.query("UPDATE cases SET due_on = '2031-03-07', ship_by = '2031-03-06' WHERE id = $1", [two.id]); // a Friday, far off
  const { results } = await changeDueEach({ actor: manager }, { rows: [seen(two, 2)], change: { days: 1 } });
  expect(results[0]).toMatchObject({ ok: false, message: "This is more than a year away." });
  const friday = (
    await owner.query("SELECT (current_date + 28 + (5 - extract(isodow FROM current_date)::int + 7) % 7)::text AS day")
  ).rows[0].day;
  expect(
    (await changeDueEach({ actor: manager }, { rows: [seen(one), seen(two, 2)], change: { dueOn: friday } })).results,
  ).toEqual([
    { caseId: one.id, ok: true },
    { caseId: two.id, ok: true },
  ]);
  expect(await due()).toEqual([friday, friday]);
  await changeDueEach({ actor: manager }, { rows: [seen(one, 2), seen(two, 3)], change: { days: 1 } });
  const monday = new Date(Date.parse(friday) + 3 * 86_400_000).toISOString().slice(0, 10);
  expect(await due()).toEqual([monday, monday]);
});

test("open work goes to a person; a case without any is refused", async () => {
  const { manager, technician } = lab.actors;
  const [one, bare] = [await buildCase(owner, lab), await buildCase(owner, lab)];
  const rows = [seen(one), seen(bare)];
  const input = { rows, stage: "design" as const, userId: technician.userId };
  expect((await assignEach({ actor: manager }, input)).results.map(({ ok }) => ok)).toEqual([false, false]);
  await owner.query("UPDATE workflow_stages SET stage = 'design' WHERE case_id = $1", [one.id]);
  expect((await assignEach({ actor: manager }, input)).results).toEqual([
    { caseId: one.id, ok: true },
    { caseId: bare.id, ok: false, message: `Case ${bare.number} has no open work there.` },
  ]);
  const given = await owner.query("SELECT assigned_to_id FROM workflow_stages WHERE case_id = $1", [one.id]);
  expect(given.rows[0].assigned_to_id).toBe(technician.userId);
});

test("a practice writes to the lab on each of its cases once, however often it is sent", async () => {
  const { dentist } = lab.actors;
  const [one, two] = [await buildCase(owner, lab), await buildCase(owner, lab)];
  const input = { rows: [seen(one), seen(two)], body: "Please send the old models, too.", key: crypto.randomUUID() };
  await writeEach({ actor: dentist }, input);
  expect((await writeEach({ actor: dentist }, input)).results.every(({ ok }) => ok)).toBe(true);
  const stranger: Actor = { ...dentist, practice: { id: crypto.randomUUID(), name: "Elsewhere" } };
  expect(
    (await writeEach({ actor: stranger }, { ...input, key: crypto.randomUUID() })).results.some(({ ok }) => ok),
  ).toBe(false);
  const notes = await asActor(dentist, (tx) =>
    tx.rows(sql`SELECT FROM case_notes WHERE case_id = ANY (${[one.id, two.id]}::uuid[])`),
  );
  expect(notes).toHaveLength(2);
});

test("selecting all that fit answers those of the address, from its first page on", async () => {
  const { staff } = lab.actors;
  const all = await matchingCases({ actor: staff }, { query: "sort=number" });
  const held = await matchingCases({ actor: staff }, { query: "status=on_hold&after=2026-01-01~x&odd=1" });
  expect(all.more).toBe(false);
  expect(held.rows.length).toBeGreaterThan(0);
  expect(held.rows.length).toBeLessThan(all.rows.length);
  expect(all.rows.map(({ number }) => number)).toEqual(all.rows.map(({ number }) => number).toSorted());
});
