import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { as, refusalOf } from "@/lib/workflow/testing";
import { askForRemake } from "./ask";
import { declineRemake } from "./decline";
import { makeRemake } from "./make";
import { remakesOf } from "./queries";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
let built: BuiltCase;
let causeId: string;

const rows = async (text: string, values: unknown[] = []) => (await db.ownerPool.query(text, values)).rows;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  owner.release();
  causeId = (
    await rows("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'remake' AND code = 'margin'", [lab.id])
  )[0].id;
});

beforeEach(async () => {
  const owner = await db.ownerPool.connect();
  built = await buildCase(owner, lab, [
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
    { procedureType: "bridges", material: "zirconia_full", teeth: [24, 25, 26] },
  ]);
  owner.release();
  await rows(
    "UPDATE case_items SET shade = 'A2', stage = 'delivery', status = 'delivered', delivered_at = now() WHERE case_id = $1",
    [built.id],
  );
  await rows("UPDATE cases SET status = 'delivered', delivered_at = now() WHERE id = $1", [built.id]);
  await rows(
    "UPDATE workflow_stages SET status = 'completed', completed_at = now(), outcome = 'passed' WHERE case_id = $1",
    [built.id],
  );
});

const bridge = () => [built.itemIds[1] as string];
const wanted = (over: object = {}) => ({
  caseId: built.id,
  itemIds: bridge(),
  causeId,
  responsible: "lab" as const,
  chargePercent: "0",
  urgency: "standard" as const,
  impression: "physical" as const,
  instructions: "Open margin at 24",
  ...over,
});
const ask = (itemIds = bridge()) =>
  as(lab.actors.dentist, askForRemake, { caseId: built.id, itemIds, words: "It rocks" });

describe("a remake", () => {
  test("is a case of its own with the items concerned, linked both ways, to be received, due later", async () => {
    const made = await as(lab.actors.staff, makeRemake, wanted());
    expect(made.number).not.toBe(built.number);
    const [row] = await rows(
      "SELECT status, remake_of_id, impression, instructions, due_on > current_date AS later FROM cases WHERE id = $1",
      [made.id],
    );
    expect(row).toEqual({
      status: "submitted",
      remake_of_id: built.id,
      impression: "physical",
      instructions: "Open margin at 24",
      later: true,
    });
    const items = await rows("SELECT procedure_type, units, shade, status, stage FROM case_items WHERE case_id = $1", [
      made.id,
    ]);
    expect(items).toEqual([
      { procedure_type: "bridges", units: 3, shade: "A2", status: "in_production", stage: "receiving" },
    ]);
    const teeth = await rows(
      "SELECT t.tooth FROM case_item_teeth t JOIN case_items i ON i.id = t.item_id WHERE i.case_id = $1 ORDER BY 1",
      [made.id],
    );
    expect(teeth.map(({ tooth }) => tooth)).toEqual([24, 25, 26]);
    expect(await rows("SELECT stage, status FROM workflow_stages WHERE case_id = $1", [made.id])).toEqual([
      { stage: "receiving", status: "pending" },
    ]);
    for (const side of [built.id, made.id]) {
      const [remake] = await asActor(lab.actors.dentist, (tx) => remakesOf(tx, side));
      expect(remake).toMatchObject({
        original: { id: built.id },
        case: { id: made.id },
        cause: "Margin",
        responsible: "lab",
        chargePercent: "0.00",
        items: [{ procedureType: "bridges", teeth: [24, 25, 26] }],
      });
    }
  });

  test("is refused for what was not delivered, an item elsewhere, another kind of reason, and by another lab", async () => {
    await rows("UPDATE case_items SET status = 'finished', delivered_at = NULL WHERE id = $1", [built.itemIds[1]]);
    expect((await refusalOf(as(lab.actors.staff, makeRemake, wanted()))).reason).toBe("not_delivered");
    const foreign = await refusalOf(as(lab.actors.staff, makeRemake, wanted({ itemIds: [lab.id] })));
    expect(foreign.fieldErrors).toHaveProperty("itemIds");
    const [hold] = await rows("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'hold' LIMIT 1", [lab.id]);
    const cause = as(lab.actors.staff, makeRemake, wanted({ itemIds: [built.itemIds[0]], causeId: hold.id }));
    expect((await refusalOf(cause)).fieldErrors).toHaveProperty("causeId");
    expect((await refusalOf(as(other.actors.staff, makeRemake, wanted()))).code).toBe("not_found");
  });
});

describe("a practice's request", () => {
  test("is answered by the remake that is made; a second one waits for the first", async () => {
    await ask(built.itemIds);
    expect((await refusalOf(ask())).reason).toBe("already_asked");
    const made = await as(lab.actors.staff, makeRemake, wanted());
    const remakes = await asActor(lab.actors.dentist, (tx) => remakesOf(tx, built.id));
    expect(remakes).toHaveLength(1);
    expect(remakes[0]).toMatchObject({
      words: "It rocks",
      case: { id: made.id },
      items: [{ procedureType: "bridges" }],
    });
    await ask([built.itemIds[0] as string]);
  });

  test("is declined with words, once", async () => {
    const { id } = await ask();
    await as(lab.actors.staff, declineRemake, { remakeId: id, words: "Worn for a year" });
    const again = as(lab.actors.staff, declineRemake, { remakeId: id, words: "No" });
    expect((await refusalOf(again)).reason).toBe("already_answered");
    const [remake] = await asActor(lab.actors.dentist, (tx) => remakesOf(tx, built.id));
    expect(remake).toMatchObject({ answer: "Worn for a year", case: null });
  });

  test("is one of two sent at once, and nobody else's", async () => {
    const outcomes = await Promise.allSettled([ask(), ask()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const foreign = as(other.actors.dentist, askForRemake, { caseId: built.id, itemIds: bridge(), words: "?" });
    expect((await refusalOf(foreign)).code).toBe("not_found");
  });
});
