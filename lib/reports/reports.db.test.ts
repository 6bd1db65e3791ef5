import type { Pool } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { type ActingLab, type Actor, systemActor } from "@/lib/access/actor";
import { sumOf } from "@/lib/billing/line-amounts";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { labToday } from "@/lib/labs/today";
import { seedDemo } from "@/prisma/seed/demo";
import { casesBehind } from "./behind";
import { boardColumns } from "./board";
import { lateCases, openCases } from "./late";
import { caseCompletionRates, departmentEfficiency, monthlyRevenue, staffPerformance } from "./views";

/** The reports on the two demonstration labs, each figure recomputed from the tables. */
const database = useDatabase();
const SINCE = "2000-01-01";
let owner: Pool;
let labs: { actor: Actor; zone: string; id: string }[];

beforeAll(async () => {
  await seedDemo();
  owner = database.ownerPool;
  const found = await owner.query<ActingLab>(
    `SELECT id, name, slug, time_zone AS "timeZone", currency, locale FROM labs ORDER BY slug`,
  );
  labs = found.rows.map((lab) => ({ actor: systemActor(lab), zone: lab.timeZone, id: lab.id }));
}, 120_000);

describe("the demonstration", () => {
  it("has work at every stage, something late with its reason, and something on hold, in a lab of its own day", async () => {
    const { actor, zone } = labs[1] as (typeof labs)[number];
    const today = labToday(zone);
    const columns = await asActor(actor, (tx) => boardColumns(tx, today));
    expect(columns.filter((c) => c.cases === 0).map((c) => c.stage)).toEqual([]);
    const late = await asActor(actor, (tx) => lateCases(tx, today));
    const open = await asActor(actor, (tx) => openCases(tx, today));
    expect(late.length).toBe(open.late);
    expect(late.every((c) => c.daysLate > 0 && c.why.length > 0)).toBe(true);
    expect(open.onHold).toBeGreaterThan(0);
  });
});

describe("each report", () => {
  it("counts the items that were delivered and were on time, in the lab's own months and days", async () => {
    for (const { actor, zone, id } of labs) {
      const rows = await asActor(actor, (tx) => caseCompletionRates(tx, SINCE));
      const recount = await owner.query(
        `SELECT to_char(c.submitted_at AT TIME ZONE $2, 'YYYY-MM-01') AS month, i.procedure_type AS "procedureType", count(*)::int AS items,
           (count(*) FILTER (WHERE i.delivered_at IS NOT NULL))::int AS delivered,
           (count(*) FILTER (WHERE (i.delivered_at AT TIME ZONE $2)::date <= c.due_on))::int AS "onTime"
         FROM case_items i JOIN cases c ON c.id = i.case_id WHERE i.lab_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
        [id, zone],
      );
      expect(
        rows.map(({ month, procedureType, items, delivered, onTime }) => ({
          month,
          procedureType,
          items,
          delivered,
          onTime,
        })),
      ).toEqual(recount.rows);
    }
  });

  it("adds up the invoices to the cent", async () => {
    for (const { actor, id } of labs) {
      const rows = await asActor(actor, (tx) => monthlyRevenue(tx, SINCE));
      const sums = await owner.query(
        "SELECT sum(total)::text AS total, sum(balance)::text AS owed FROM invoices WHERE lab_id = $1 AND status <> 'draft'",
        [id],
      );
      expect({ total: sumOf(rows.map((r) => r.total)), owed: sumOf(rows.map((r) => r.outstanding)) }).toEqual(
        sums.rows[0],
      );
    }
  });

  it("knows the working and the waiting time of every completed attempt", async () => {
    for (const { actor, id } of labs) {
      const departments = await asActor(actor, (tx) => departmentEfficiency(tx, SINCE));
      const people = await asActor(actor, (tx) => staffPerformance(tx, SINCE));
      const recount = await owner.query<{ attempts: number; working: number; elapsed: number }>(
        `SELECT count(*)::int AS attempts, sum(working_seconds)::int AS working, sum(greatest(extract(epoch FROM completed_at - queued_at)::int, working_seconds))::int AS elapsed
         FROM workflow_stages WHERE lab_id = $1 AND status = 'completed'`,
        [id],
      );
      const { attempts, working, elapsed } = recount.rows[0] as { attempts: number; working: number; elapsed: number };
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(departments.map((r) => r.attempts))).toBe(attempts);
      expect(sum(people.map((r) => r.attempts))).toBe(attempts);
      expect(sum(departments.map((r) => r.workingSeconds))).toBe(working);
      expect(Math.abs(sum(departments.map((r) => r.workingSeconds + r.waitingSeconds)) - elapsed)).toBeLessThan(
        attempts,
      );
    }
  });

  it("opens as many cases as the figure says", async () => {
    const { actor, zone } = labs[0] as (typeof labs)[number];
    const rows = await asActor(actor, (tx) => caseCompletionRates(tx, SINCE));
    for (const row of rows) {
      const of = (only?: "on_time" | "late") =>
        asActor(actor, (tx) =>
          casesBehind(
            tx,
            "completion",
            { months: 12, month: row.month.slice(0, 7), key: row.procedureType, only },
            zone,
          ),
        );
      expect((await of()).length).toBe(row.items);
      expect((await of("on_time")).length).toBe(row.onTime);
      expect((await of("late")).length).toBe(row.delivered - row.onTime);
    }
  });
});
