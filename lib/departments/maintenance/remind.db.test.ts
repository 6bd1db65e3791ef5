import { expect, test } from "vitest";
import { systemActor } from "@/lib/access/actor";
import { useDatabase } from "@/lib/db/testing";
import { deliver } from "@/lib/notifications/deliver";
import type { NoticeJob } from "@/lib/notifications/notify";
import { buildLab } from "@/lib/testing/build";
import { buildMachine } from "@/lib/workflow/batches/testing";
import { as } from "@/lib/workflow/testing";
import { savePlan } from "./plans";
import { remindOfMaintenance } from "./remind";

const db = useDatabase();

test("who manages departments is told once of what is due and once more when it is overdue, on working days from seven", async () => {
  const owner = await db.ownerPool.connect();
  const lab = await buildLab(owner);
  owner.release();
  const { manager } = lab.actors;
  const plan = { instructions: null, unit: "days", countsFrom: "2026-11-01", warnDays: 7 } as const;
  const equipmentId = await buildMachine(db.ownerPool, lab, "F1");
  await as(manager, savePlan, { ...plan, equipmentId, name: "Elements", every: 25 });
  await as(manager, savePlan, { ...plan, equipmentId, name: "Calibration", every: 60 });
  const system = systemActor(manager.lab);
  /** Runs the job at a moment of November 2026, and then what it left to be delivered. */
  const remind = async (at: string) => {
    const found = await as(system, remindOfMaintenance, new Date(`2026-11-${at}:00Z`));
    const jobs = await db.ownerPool.query<{ payload: NoticeJob }>(
      "DELETE FROM outbox WHERE topic = 'notify' RETURNING payload",
    );
    for (const { payload } of jobs.rows) await as(system, deliver, payload);
    return found;
  };
  const told = async () =>
    (
      await db.ownerPool.query("SELECT title FROM notifications WHERE lab_id = $1 AND user_id = $2 ORDER BY id", [
        lab.id,
        manager.userId,
      ])
    ).rows.map(({ title }) => title);

  expect(await remind("20T06:59")).toBe(0);
  expect(await remind("22T09:00")).toBe(0); // a Sunday
  expect(await told()).toEqual([]);
  expect(await remind("20T07:00")).toBe(1);
  await remind("23T07:00");
  expect(await told()).toEqual(["F1: Elements is due"]); // the 26th
  await remind("27T07:00");
  await remind("27T08:00");
  expect(await told()).toEqual(["F1: Elements is due", "F1: Elements is overdue"]);
});
