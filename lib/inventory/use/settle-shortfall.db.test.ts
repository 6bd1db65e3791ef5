import { beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { complete } from "@/lib/workflow/complete";
import { start } from "@/lib/workflow/start";
import { as, openStages, receiveBuilt, seen } from "@/lib/workflow/testing";
import { undoComplete } from "@/lib/workflow/undo-complete";
import { settleShortfall } from "./settle-shortfall";
import { buildLine, buildStock, builtCase, leftOf, shortfallsOf } from "./testing";

const db = useDatabase();
let lab: BuiltLab;
beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

test("what is booked later goes back with the completion, though both happen at once", async () => {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [{ number: "FOUND", quantity: 0 }]);
  await buildLine(db.ownerPool, lab, { itemId });
  const built = await builtCase(db.ownerPool, lab, [
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
  ]);
  await receiveBuilt(lab, built);
  const { stages } = await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  const done = await as(lab.actors.technician, complete, { stages });
  const [lotId] = lotIds;
  await db.ownerPool.query(
    "INSERT INTO inventory_transactions (lab_id, inventory_item_id, lot_id, type, quantity, recorded_by_id) VALUES ($1, $2, $3, 'in', 5, $4)",
    [lab.id, itemId, lotId, lab.actors.staff.userId],
  );
  const short = await db.ownerPool.query<{ id: string }>("SELECT id FROM stock_shortfalls WHERE lab_id = $1", [lab.id]);
  const { manager } = lab.actors;
  let undoing: Promise<unknown> = Promise.resolve();
  await asActor(manager, async (tx) => {
    await settleShortfall(
      { actor: manager, tx },
      { id: short.rows[0]?.id as string, lotId: lotId as string, words: "", idempotencyKey: crypto.randomUUID() },
    );
    const mine = await tx.row<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`);
    undoing = as(lab.actors.technician, undoComplete, { stages: done.stages });
    const waits = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))";
    while ((await db.ownerPool.query<{ n: number }>(waits, [mine?.pid])).rows[0]?.n === 0);
  });
  await undoing;
  expect(await leftOf(db.ownerPool, lotId)).toBe(5);
  expect(await shortfallsOf(db.ownerPool, built.itemIds[0])).toMatchObject([{ open: false }]);
});
