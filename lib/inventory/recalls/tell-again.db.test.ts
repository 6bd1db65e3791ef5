import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { complete } from "@/lib/workflow/complete";
import { start } from "@/lib/workflow/start";
import { as, openStages, receiveBuilt, seen } from "@/lib/workflow/testing";
import { buildLine, buildStock, builtCase } from "../use/testing";
import { acknowledge } from "./acknowledge";
import { recallLot } from "./recall-lot";
import { tellPractices } from "./tell-practices";

const db = useDatabase();
let lab: BuiltLab;
beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

test("a practice hears of other cases though they are as many as before, once of two who press at once", async () => {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [{ number: "BAD", quantity: 9 }]);
  await buildLine(db.ownerPool, lab, { itemId });
  const built = await builtCase(db.ownerPool, lab);
  await receiveBuilt(lab, built);
  const { stages } = await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  await as(lab.actors.technician, complete, { stages });
  const { recallId } = await as(lab.actors.manager, recallLot, {
    lotId: lotIds[0] as string,
    reason: "Cracks after sintering",
    reference: "",
    advice: "",
    idempotencyKey: crypto.randomUUID(),
  });
  const notice = await db.ownerPool.query<{ id: string }>("SELECT id FROM recall_notices WHERE recall_id = $1", [
    recallId,
  ]);
  const noticeId = notice.rows[0]?.id as string;
  await as(lab.actors.dentist, acknowledge, { noticeId, remark: "" });
  await db.ownerPool.query(
    `UPDATE recall_notices SET told = jsonb_set(told, '{cases,0,caseId}', to_jsonb(gen_random_uuid()::text)), told_at = told_at - interval '1 hour' WHERE id = $1`,
    [noticeId],
  );
  const told = await Promise.all([1, 2].map(() => as(lab.actors.manager, tellPractices, { recallId })));
  expect(told.map((one) => one.told).toSorted()).toEqual([0, 1]);
  await as(lab.actors.dentist, acknowledge, { noticeId, remark: "" });
  const keys = async (like: string) =>
    (
      await db.ownerPool.query<{ n: number }>(
        "SELECT count(DISTINCT payload -> 'notice' ->> 'key')::int AS n FROM outbox WHERE topic = 'notify' AND payload -> 'notice' ->> 'key' LIKE $1",
        [like],
      )
    ).rows[0]?.n;
  expect([await keys(`recall:${noticeId}:%`), await keys(`recall-acknowledged:${noticeId}:%`)]).toEqual([2, 2]);
});
