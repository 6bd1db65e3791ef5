import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { hold } from "./hold";
import { portalView } from "./portal-filter";
import { portalCases } from "./portal-queries";

const db = useDatabase();
const TODAY = "2026-03-10";
let owner: PoolClient;
let lab: BuiltLab;
const numbers: Record<"late" | "early" | "held" | "delivered", string> = {
  late: "",
  early: "",
  held: "",
  delivered: "",
};

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  const { staff } = lab.actors;
  for (const kind of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const { id, number, itemIds } = await buildCase(owner, lab);
    numbers[kind] = number;
    if (kind === "early")
      await owner.query("UPDATE cases SET ship_by = '2026-03-01', due_on = '2026-03-02' WHERE id = $1", [id]);
    if (kind === "delivered") {
      await owner.query("UPDATE case_items SET status = 'delivered', delivered_at = now() WHERE id = $1", [itemIds[0]]);
      await owner.query("UPDATE cases SET status = 'delivered', delivered_at = now() WHERE id = $1", [id]);
    }
    if (kind === "held") {
      const reasonId = (
        await owner.query("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'rx_incomplete'", [lab.id])
      ).rows[0].id;
      await asActor(staff, (tx) =>
        hold({ actor: staff, tx }, { caseId: id, version: 1, reasonId, note: "Which shade?" }),
      );
    }
  }
});
afterAll(() => owner.release());

async function seen(address: Record<string, string>) {
  const { held, page } = await asActor(lab.actors.dentist, (tx) => portalCases(tx, portalView(address), TODAY));
  return { held, page, numbers: page.cases.map(({ number }) => number) };
}

test("what waits for an answer comes apart, with what is asked; the rest by due day", async () => {
  const { held, page, numbers: rest } = await seen({});
  expect(held.cases.map(({ number }) => number)).toEqual([numbers.held]);
  expect([...held.asked.values()]).toMatchObject([
    { reason: "Waiting for the dentist: Prescription incomplete", note: "Which shade?" },
  ]);
  expect(rest).toEqual([numbers.early, numbers.late]);
  expect(page.needed.get(page.cases[0]?.id ?? "")).toHaveLength(7);
});

test("delivered ones are looked at apart, and words find any of them", async () => {
  expect((await seen({ show: "delivered" })).numbers).toEqual([numbers.delivered]);
  expect((await seen({ show: "delivered" })).held.cases).toEqual([]);
  expect((await seen({ q: numbers.delivered })).numbers).toEqual([numbers.delivered]);
  expect((await seen({ show: "delivered", q: numbers.held })).page.asked.size).toBe(1);
});

test("narrowed, held ones stand among the others; what only the lab sees narrows nothing", async () => {
  const { held, numbers: among } = await seen({ procedure: "crowns" });
  expect(held.cases).toEqual([]);
  expect(among.toSorted()).toEqual([numbers.early, numbers.held, numbers.late].toSorted());
  expect((await seen({ assigned: "nobody", late: "1", ship: "..-900d" })).numbers).toEqual([
    numbers.early,
    numbers.late,
  ]);
  expect((await seen({ show: "all" })).numbers).toHaveLength(4);
});
