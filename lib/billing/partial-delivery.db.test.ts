import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { handOver } from "@/lib/workflow/deliver";
import { as, openStages, receiveBuilt, seen, takeTo } from "@/lib/workflow/testing";
import { draftInvoice } from "./draft-invoice";

const db = useDatabase();
let lab: BuiltLab;

const rows = async (text: string, values: unknown[] = []) => (await db.ownerPool.query(text, values)).rows;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

test("what goes out in parts is invoiced in parts, each item once, whenever the job runs", async () => {
  const owner = await db.ownerPool.connect();
  const crown = (tooth: number) => ({
    procedureType: "crowns" as const,
    material: "zirconia_full" as const,
    teeth: [tooth],
  });
  const built = await buildCase(owner, lab, [crown(14), crown(15), crown(16)]);
  owner.release();
  await receiveBuilt(lab, built);
  await takeTo(db.ownerPool, lab, built.id, "delivery");
  const invoiced = async () =>
    rows("SELECT case_item_id AS item, count(*)::int AS lines FROM invoice_items WHERE case_id = $1 GROUP BY 1", [
      built.id,
    ]);
  const handOut = async (itemId: string | undefined) => {
    const stages = (await openStages(db.ownerPool, built.id)).filter(({ item_id }) => item_id === itemId);
    await as(lab.actors.staff, handOver, { stages: seen(stages), receiver: "Jo" });
  };
  const draft = () => as(lab.actors.staff, draftInvoice, { caseId: built.id });

  await handOut(built.itemIds[1]);
  expect(await rows("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual([{ status: "ready" }]);
  expect(
    await rows("SELECT 1 FROM outbox WHERE topic = 'draft_invoice' AND payload ->> 'caseId' = $1", [built.id]),
  ).toHaveLength(1);
  await Promise.all([draft(), draft()]);
  expect(await invoiced()).toEqual([{ item: built.itemIds[1], lines: 1 }]);

  await handOut(built.itemIds[0]);
  await handOut(built.itemIds[2]);
  expect(await rows("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual([{ status: "delivered" }]);
  await Promise.all([draft(), draft(), draft()]);
  const all = await invoiced();
  expect(all.map(({ item }) => item).toSorted()).toEqual(built.itemIds.toSorted());
  expect(all.every(({ lines }) => lines === 1)).toBe(true);
  expect(await rows("SELECT count(*)::int AS drafts FROM invoices WHERE case_id = $1", [built.id])).toEqual([
    { drafts: 1 },
  ]);
});
