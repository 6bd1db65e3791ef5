import { beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { as, receiveBuilt, refusalOf, takeTo } from "@/lib/workflow/testing";
import { lotHead } from "../trace/lot-head";
import { usesOfLot } from "../trace/uses";
import { buildLine, buildStock, builtCase } from "../use/testing";
import { issueByItself, issueStatement } from "./issue-statement";
import { newestStatement, readStatement } from "./issued";
import { renderStatement } from "./statement-paper";

const db = useDatabase();
let lab: BuiltLab;
let built: BuiltCase;
let lotId: string;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [{ number: "L-4711", quantity: 50 }]);
  lotId = lotIds[0] as string;
  await buildLine(db.ownerPool, lab, { itemId, stage: "milling", quantity: "0.5" });
  built = await builtCase(db.ownerPool, lab, [
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
    { procedureType: "crowns", material: "zirconia_full", teeth: [26] },
  ]);
  await receiveBuilt(lab, built);
}, 60_000);

const issue = (exceptions?: string) => as(lab.actors.manager, issueStatement, { caseId: built.id, exceptions });
const newest = (actor = lab.actors.manager) => asActor(actor, (tx) => newestStatement(tx, built.id));

test("nothing is stated before an item is finished", async () => {
  expect(await refusalOf(issue())).toMatchObject({ reason: "nothing_finished" });
  await as(lab.actors.manager, issueByItself, { caseId: built.id });
  expect(await newest()).toBeNull();
});

test("finishing asks for the statement, which names patient, prescriber, lots and how long it is kept", async () => {
  await takeTo(db.ownerPool, lab, built.id, "delivery");
  const asked = await db.ownerPool.query(
    "SELECT FROM outbox WHERE topic = 'issue_statement' AND payload ->> 'caseId' = $1",
    [built.id],
  );
  expect(asked.rowCount).toBeGreaterThan(0);
  await as(lab.actors.manager, issueByItself, { caseId: built.id });
  const id = (await newest())?.id as string;
  const { contents, keepUntil } = await asActor(lab.actors.manager, (tx) => readStatement(tx, id));
  expect(contents).toMatchObject({
    caseNumber: built.number,
    dentist: { name: "Dr Test" },
    exceptions: null,
    isImplantable: false,
  });
  expect(contents.items.map(({ name, lots }) => [name, lots.map(({ lot }) => lot)])).toEqual([
    ["Crown 14", ["L-4711"]],
    ["Crown 26", ["L-4711"]],
  ]);
  expect(Number(keepUntil.slice(0, 4)) - new Date().getFullYear()).toBe(10);
});

test("is kept for years after the delivery, the longer when it is for an implant, as an erasure keeps it", async () => {
  const done = await builtCase(db.ownerPool, lab, [
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
  ]);
  await db.ownerPool.query(
    "UPDATE case_items SET status = 'delivered', finished_at = '2026-03-20', delivered_at = '2026-03-31', implant_system = 'Straumann BLT' WHERE case_id = $1",
    [done.id],
  );
  await db.ownerPool.query(
    "UPDATE cases SET status = 'delivered', delivered_at = '2026-03-31 23:30Z', submitted_at = '2026-03-01' WHERE id = $1",
    [done.id],
  );
  const { id } = await as(lab.actors.manager, issueStatement, { caseId: done.id });
  const { contents, keepUntil } = await asActor(lab.actors.manager, (tx) => readStatement(tx, id));
  expect([contents.isImplantable, keepUntil]).toEqual([true, "2041-04-01"]);
});

test("the same statement is not issued twice, another exception makes a revision, and what was issued never changes", async () => {
  const first = await newest();
  expect(await issue()).toEqual({ id: first?.id, isNew: false });
  expect((await issue("Annex I, 23.1: no instructions for use, not needed")).isNew).toBe(true);
  expect(await newest()).toMatchObject({ revision: (first?.revision ?? 0) + 1 });
  const kept = await asActor(lab.actors.manager, (tx) => readStatement(tx, first?.id as string));
  expect(kept.contents.exceptions).toBeNull();
  expect((await issue()).isNew).toBe(false);
});

test("its practice reads it, another lab does not, and the same statement gives the same PDF", async () => {
  const id = (await newest(lab.actors.dentist))?.id as string;
  const kept = await asActor(lab.actors.dentist, (tx) => readStatement(tx, id));
  const owner = await db.ownerPool.connect();
  const other = await buildLab(owner);
  const theirs = await buildCase(owner, other);
  owner.release();
  expect(await refusalOf(asActor(other.actors.dentist, (tx) => readStatement(tx, id)))).toMatchObject({
    code: "not_found",
  });
  expect(await refusalOf(as(lab.actors.manager, issueStatement, { caseId: theirs.id }))).toMatchObject({
    code: "not_found",
  });
  const [one, two] = [
    await renderStatement(kept, "en-GB", "Europe/London"),
    await renderStatement(kept, "en-GB", "Europe/London"),
  ];
  expect(one.pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(one.pdf.equals(two.pdf)).toBe(true);
});

test("a lot is traced to its case, items and patient, page by page", async () => {
  const page = (after?: Parameters<typeof usesOfLot>[3]) =>
    asActor(lab.actors.technician, (tx) => usesOfLot(tx, lotId, 1, after));
  const [first] = await page();
  const [second] = await page({ at: first?.usedAt.toISOString() as string, id: first?.id as string });
  expect([first, second].map((use) => use?.teeth).toSorted()).toEqual([[14], [26]]);
  expect(first).toMatchObject({
    caseNumber: built.number,
    dentist: "Dr Test",
    usedBy: "Test technician",
    stage: "milling",
  });
  const head = await asActor(lab.actors.technician, (tx) => lotHead(tx, lotId));
  expect(head).toMatchObject({ cases: 1, practices: 1, onHand: "49" });
});
