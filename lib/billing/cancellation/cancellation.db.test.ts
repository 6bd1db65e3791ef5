import { beforeAll, beforeEach, expect, test } from "vitest";
import { keepCaseRules } from "@/lib/cases/case-rules";
import { caseRulesSchema } from "@/lib/cases/case-rules-schema";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { as, receiveBuilt, refusalOf, takeTo } from "@/lib/workflow/testing";
import { cancelCase, previewCancellation } from "./cancel-case";

const db = useDatabase();
let lab: BuiltLab;
let built: BuiltCase;
let reasonId: string;

const rows = async (text: string, values: unknown[] = []) => (await db.ownerPool.query(text, values)).rows;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
  reasonId = (await rows("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'by_practice'", [lab.id]))[0].id;
  await rows("UPDATE price_list_items SET price = 100 WHERE lab_id = $1 AND procedure_type = 'crowns'", [lab.id]);
});

beforeEach(async () => {
  const owner = await db.ownerPool.connect();
  built = await buildCase(owner, lab, [
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
    { procedureType: "crowns", material: "zirconia_full", teeth: [24] },
  ]);
  owner.release();
  await receiveBuilt(lab, built);
  await takeTo(db.ownerPool, lab, built.id, "milling");
});

const preview = () => as(lab.actors.staff, previewCancellation, { caseId: built.id });
async function cancelIt(charge: Parameters<typeof cancelCase>[1]["charge"]) {
  const [{ version }] = await rows("SELECT version FROM cases WHERE id = $1", [built.id]);
  return as(lab.actors.staff, cancelCase, { caseId: built.id, version, reasonId, note: undefined, charge });
}
const lines = () =>
  rows(
    "SELECT description, unit_price::text, quantity::text, tax_percent::text, case_item_id FROM invoice_items WHERE case_id = $1 ORDER BY position",
    [built.id],
  );

test("the work done is shown in money by the stage each item stands at, and drafted as shown", async () => {
  expect(await preview()).toEqual({
    currency: "GBP",
    total: "70.00",
    lines: ["Crown 14", "Crown 24"].map((item) => ({
      item,
      stage: "milling",
      percent: "35.00",
      net: "35.00",
      unpriced: false,
    })),
  });
  const { invoiceId } = await cancelIt({ rule: "work_done", seenTotal: "70.00" });
  expect(await lines()).toMatchObject([
    {
      description: "Crown 14, Zirconia, full contour (cancelled at milling, 35\u00a0% of the price)",
      unit_price: "35.00",
      tax_percent: "20.00",
    },
    {
      description: "Crown 24, Zirconia, full contour (cancelled at milling, 35\u00a0% of the price)",
      unit_price: "35.00",
    },
  ]);
  expect(await rows("SELECT status, total::text, case_id FROM invoices WHERE id = $1", [invoiceId])).toEqual([
    { status: "draft", total: "84.00", case_id: built.id },
  ]);
  const told = await asActor(lab.actors.dentist, (tx) =>
    tx.prisma.case.findFirst({ where: { id: built.id }, select: { status: true, cancellationCharge: true } }),
  );
  expect([told?.status, String(told?.cancellationCharge)]).toEqual(["cancelled", "70"]);
});

test("nothing charged drafts nothing; an amount is one line with the lab's tax", async () => {
  expect(await cancelIt({ rule: "nothing" })).toMatchObject({ invoiceId: null });
  expect(await lines()).toEqual([]);
  expect(await rows("SELECT cancellation_charge::text FROM cases WHERE id = $1", [built.id])).toEqual([
    { cancellation_charge: "0.00" },
  ]);
});

test("an amount is one line with the lab's tax", async () => {
  await cancelIt({ rule: "amount", amount: "45.5" });
  expect(await lines()).toEqual([
    {
      description: `Cancellation of ${built.number}`,
      unit_price: "45.50",
      quantity: "1.00",
      tax_percent: "20.00",
      case_item_id: null,
    },
  ]);
});

test("work that went on since it was shown, and a second cancellation, are refused", async () => {
  await takeTo(db.ownerPool, lab, built.id, "sintering");
  expect((await refusalOf(cancelIt({ rule: "work_done", seenTotal: "70.00" }))).reason).toBe("charge_changed");
  expect(await rows("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual([{ status: "processing" }]);
  await cancelIt({ rule: "work_done", seenTotal: "120.00" });
  expect((await refusalOf(cancelIt({ rule: "nothing" }))).reason).toBe("case_closed");
});

test("a lab's own shares count", async () => {
  const rules = caseRulesSchema.parse({});
  const own = { ...rules, cancellationPercent: { ...rules.cancellationPercent, milling: 12.5 } };
  const { manager } = lab.actors;
  await asActor(manager, (tx) => keepCaseRules({ tx }, own));
  expect((await preview()).total).toBe("25.00");
  await asActor(manager, (tx) => keepCaseRules({ tx }, rules));
});

test("of a remake only the part that was decided for it is charged, of one for free nothing", async () => {
  const owner = await db.ownerPool.connect();
  const original = await buildCase(owner, lab);
  owner.release();
  await rows("UPDATE cases SET remake_of_id = $2 WHERE id = $1", [built.id, original.id]);
  await rows(
    `INSERT INTO remakes (lab_id, original_id, case_id, cause_id, responsible, charge_percent, asked_by_id, answered_by_id, answered_at)
     SELECT $1, $2, $3, id, 'lab', 0, $4, $4, now() FROM reasons WHERE lab_id = $1 AND kind = 'remake' LIMIT 1`,
    [lab.id, original.id, built.id, lab.actors.staff.userId],
  );
  expect(await preview()).toMatchObject({ lines: [], total: "0.00" });
  await rows("UPDATE remakes SET charge_percent = 50 WHERE case_id = $1", [built.id]);
  expect(await preview()).toMatchObject({ total: "35.00", lines: [{ net: "17.50" }, { net: "17.50" }] });
  await cancelIt({ rule: "work_done", seenTotal: "35.00" });
  expect((await lines())[0]).toMatchObject({
    description: `Crown 14, Zirconia, full contour (cancelled at milling, 35\u00a0% of the price, which is 50\u00a0% as a remake of ${original.number})`,
    unit_price: "17.50",
  });
});
