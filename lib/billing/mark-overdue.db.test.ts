import fc from "fast-check";
import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { labToday } from "@/lib/labs/today";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { markOverdue } from "./mark-overdue";
import { inLabOf } from "./month-end/testing";
import { buildStory, type Story } from "./statements/testing";

const db = useDatabase();
const ZONE = "Pacific/Auckland";
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner, ZONE);
});
afterAll(() => owner.release());

const ago = (n: number) => DateTime.now().setZone(ZONE).minus({ days: n }).toISODate() as string;
const settled = (cents: number) => ({ invoice: 0, made: 1, together: true, cents });
/** An invoice of 100.00 due so many days ago, with what came in or was credited since. */
const invoiceDue = async (due: number, more: Partial<Story> = {}) => {
  const story = { payments: [], notes: [], refunds: [], allocations: [], ...more };
  const { invoiceIds } = await buildStory(
    owner,
    lab,
    { ...story, invoices: [{ day: due + 14, due, cents: 10_000 }] },
    ago,
  );
  return invoiceIds[0] as string;
};
/** As the job leaves an invoice that it has not looked at yet. */
const asBefore = async (id: string, status: string) => {
  await owner.query("BEGIN; ALTER TABLE invoices DISABLE TRIGGER USER");
  await owner.query("UPDATE invoices SET status = $2 WHERE id = $1", [id, status]);
  await owner.query("ALTER TABLE invoices ENABLE TRIGGER USER; COMMIT");
};
const mark = () => markOverdue(inLabOf(lab.actors.manager));
const statusOf = async (id: string) =>
  (await owner.query<{ status: string }>("SELECT status FROM invoices WHERE id = $1", [id])).rows[0]?.status;
const paid = (cents: number) => ({
  payments: [{ day: 1, made: 1, cents }],
  allocations: [{ payment: 0, ...settled(cents) }],
});
const credited = (cents: number) => ({
  notes: [{ invoice: 0, day: 1, cents }],
  allocations: [{ note: 0, ...settled(cents) }],
});

describe("marking overdue", () => {
  it.each([
    ["unpaid since yesterday", 1, {}, "sent", "overdue"],
    ["due today", 0, {}, "sent", "sent"],
    ["due tomorrow", -1, {}, "sent", "sent"],
    ["unpaid through 40 days of downtime", 40, {}, "sent", "overdue"],
    ["paid in part", 3, paid(4_000), "partly_paid", "overdue"],
    ["credited in part", 3, credited(4_000), "partly_paid", "overdue"],
    ["paid in full", 3, paid(10_000), "paid", "paid"],
    ["credited in full", 3, credited(10_000), "refunded", "refunded"],
  ])("an invoice %s", async (_what, due, more, before, after) => {
    const id = await invoiceDue(due, more);
    await asBefore(id, before);
    await mark();
    expect(await statusOf(id)).toBe(after);
    expect(await mark()).toBe(0);
  });

  it("tells the lab once of all that became overdue together", async () => {
    const ids = [await invoiceDue(5), await invoiceDue(9)];
    for (const id of ids) await asBefore(id, "sent");
    await owner.query("DELETE FROM outbox WHERE lab_id = $1", [lab.id]);
    expect(await mark()).toBe(2);
    const told = await owner.query(
      "SELECT payload -> 'notice' ->> 'title' AS title FROM outbox WHERE lab_id = $1 AND topic = 'notify' AND payload -> 'to' ->> 'permission' = 'payments.record'",
      [lab.id],
    );
    expect(told.rows).toEqual([{ title: "2 invoices are overdue" }]);
  });
});

it("the day a lab is on is the same to the database and to the application, at day borders and when clocks change", async () => {
  const zones = ["Europe/London", "America/New_York", "Pacific/Auckland", "Australia/Lord_Howe", "America/Santiago"];
  const changes = [
    "2026-03-29T01:00Z",
    "2026-10-25T01:00Z",
    "2026-03-08T07:00Z",
    "2026-11-01T06:00Z",
    "2026-04-04T14:00Z",
  ];
  const near = fc.tuple(fc.constantFrom(...zones), fc.constantFrom(...changes), fc.integer({ min: -1500, max: 1500 }));
  await fc.assert(
    fc.asyncProperty(fc.array(near, { minLength: 20, maxLength: 20 }), async (instants) => {
      const asked = instants.map(([zone, change, minutes]) => ({
        zone,
        at: DateTime.fromISO(change).plus({ minutes }),
      }));
      const { rows } = await owner.query<{ day: string }>(
        "SELECT (at AT TIME ZONE zone)::date::text AS day FROM unnest($1::timestamptz[], $2::text[]) WITH ORDINALITY AS x(at, zone, n) ORDER BY n",
        [asked.map(({ at }) => at.toUTC().toISO()), asked.map(({ zone }) => zone)],
      );
      expect(rows.map(({ day }) => day)).toEqual(asked.map(({ zone, at }) => labToday(zone, at)));
    }),
    { numRuns: 20 },
  );
});
