import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { lookUpPan } from "./pans";
import { receive } from "./receive";
import { as, refusalOf, stagesOf } from "./testing";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

async function submitted() {
  const owner = await db.ownerPool.connect();
  const built = await buildCase(owner, lab, [
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
    { procedureType: "repairs" },
  ]);
  owner.release();
  return built;
}
test("receiving puts the case into its pan and opens the next stage of each item's template", async () => {
  const built = await submitted();
  const pan = { pan: "P-100", createPan: true };
  const done = await as(lab.actors.staff, receive, {
    caseId: built.id,
    version: 1,
    missing: ["bite"],
    remark: "torn",
    ...pan,
  });
  expect(done).toEqual({ caseId: built.id, number: built.number, pan: "P-100" });
  const stages = await stagesOf(db.ownerPool, built.id);
  expect(stages.map((s) => `${s.stage} ${s.status}`).sort()).toEqual([
    "design pending",
    "impression_scan pending",
    "receiving completed",
    "receiving completed",
  ]);
  const { rows } = await db.ownerPool.query(
    "SELECT c.status, c.received_by_id, p.code FROM cases c JOIN pans p ON p.id = c.pan_id WHERE c.id = $1",
    [built.id],
  );
  expect(rows).toEqual([{ status: "received", received_by_id: lab.actors.staff.userId, code: "P-100" }]);
  const events = await db.ownerPool.query("SELECT audience, data FROM case_events WHERE case_id = $1", [built.id]);
  expect(events.rows).toEqual([{ audience: "shared", data: { pan: "P-100", missing: "bite", remark: "torn" } }]);
});

test("a pan carries one open case: scanning it again says which, also in small letters", async () => {
  const [first, second] = [await submitted(), await submitted()];
  await as(lab.actors.staff, receive, { caseId: first.id, version: 1, missing: [], pan: "P-200", createPan: true });
  const looked = await as(lab.actors.staff, lookUpPan, { code: "p-200" });
  expect(looked.pan).toMatchObject({ code: "P-200", usedBy: { id: first.id, number: first.number } });
  const refusal = await refusalOf(
    as(lab.actors.staff, receive, { caseId: second.id, version: 1, missing: [], pan: "p-200" }),
  );
  expect(refusal.reason).toBe("pan_in_use");
  expect(refusal.fieldErrors?.pan?.[0]).toContain(first.number);
  expect((await stagesOf(db.ownerPool, second.id)).every(({ status }) => status === "pending")).toBe(true);
});

test("an unknown pan is refused at its field until the person wants it made", async () => {
  const built = await submitted();
  const wanted = { caseId: built.id, version: 1, missing: [], pan: "P-300" };
  expect((await refusalOf(as(lab.actors.staff, receive, wanted))).fieldErrors).toHaveProperty("pan");
  await as(lab.actors.staff, receive, { ...wanted, createPan: true });
});

test("two people receiving one case: the second is told, and two receiving into one pan too", async () => {
  const [first, second] = [await submitted(), await submitted()];
  await as(lab.actors.staff, receive, { caseId: first.id, version: 1, missing: [] });
  expect(await refusalOf(as(lab.actors.staff, receive, { caseId: first.id, version: 1, missing: [] }))).toMatchObject({
    reason: "stale",
  });
  const third = await submitted();
  const into = (caseId: string) =>
    as(lab.actors.staff, receive, { caseId, version: 1, missing: [], pan: "P-400", createPan: true }).then(
      () => "ok",
      () => "refused",
    );
  expect((await Promise.all([into(second.id), into(third.id)])).sort()).toEqual(["ok", "refused"]);
});
