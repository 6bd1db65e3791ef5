import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { draftInvoice } from "../draft-invoice";
import { continueRun } from "./continue-run";
import { monthEnd } from "./overview";
import { listResults } from "./run-queries";
import { startMonthEnd } from "./start-run";
import { buildBilled, buildDelivered, inLabOf } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
const WHEN = "2026-10-05T10:00:00Z";

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

const see = () => asActor(lab.actors.manager, (tx) => monthEnd(tx, lab.actors.manager, "2026-10-31"));
const billed = async (name: string) => {
  const at = await buildBilled(owner, lab);
  await owner.query("UPDATE practices SET name = $2 WHERE id = $1", [at.practiceId, name]);
  return at;
};
const VENEER = [{ procedureType: "veneers" as const, teeth: [11] }];

it("says exceptions first, with where each is mended; they stay, the rest goes out, and the sums are those that were shown", async () => {
  await owner.query("UPDATE price_list_items SET deleted_at = now() WHERE lab_id = $1 AND procedure_type = 'veneers'", [
    lab.id,
  ]);
  const standard = await owner.query("SELECT id FROM price_lists WHERE lab_id = $1", [lab.id]);
  const unpriced = await billed("A, no price");
  const veneer = await buildDelivered(owner, unpriced, WHEN, VENEER);
  await buildDelivered(owner, unpriced, WHEN);
  const drafted = await billed("B, drafted without a price");
  const second = await buildDelivered(owner, drafted, WHEN, VENEER);
  const draft = await asActor(lab.actors.staff, (tx) =>
    draftInvoice({ actor: lab.actors.staff, tx }, { caseId: second.id }),
  );
  const silent = await billed("C, no address");
  await owner.query("UPDATE practices SET email = NULL WHERE id = $1", [silent.practiceId]);
  await buildDelivered(owner, silent, WHEN);
  const waiting = await billed("D, waiting");
  const held = await buildDelivered(owner, waiting, WHEN);
  const asked = await buildDelivered(owner, waiting, WHEN);
  await owner.query("INSERT INTO holds (case_id, placed_by_id, note) VALUES ($1, $2, 'Wait')", [
    held.id,
    lab.actors.staff.userId,
  ]);
  await owner.query("INSERT INTO remakes (original_id, words, asked_by_id) VALUES ($1, 'Does not fit', $2)", [
    asked.id,
    lab.actors.dentist.userId,
  ]);
  const abroad = await billed("E, in euros");
  await owner.query(
    `WITH list AS (INSERT INTO price_lists (name, currency, valid_from) VALUES ('Euro', 'EUR', '2026-01-01') RETURNING id),
       priced AS (INSERT INTO price_list_items (price_list_id, procedure_type, per, price) SELECT id, 'crowns', 'unit', 100 FROM list)
     UPDATE practices SET price_list_id = list.id, discount_percent = 10 FROM list WHERE practices.id = $1`,
    [abroad.practiceId],
  );
  await buildDelivered(owner, abroad, WHEN);

  const before = await see();
  expect(
    before.exceptions.map(({ kind, practice, about, href, stops }) => [kind, practice, about, href, stops]),
  ).toEqual([
    ["no_price", "B, drafted without a price", "Draft", `/invoices/${draft?.invoiceId}`, true],
    ["no_price", "A, no price", veneer.number, `/prices?list=${standard.rows[0].id}`, true],
    ["no_email", "C, no address", null, `/practices/${silent.practiceId}/edit`, true],
    ["on_hold", "D, waiting", held.number, `/cases/${held.id}`, true],
    ["remake_asked", "D, waiting", asked.number, `/cases/${asked.id}`, true],
    ["foreign_currency", "E, in euros", null, `/practices/${abroad.practiceId}/edit`, false],
  ]);
  expect(
    before.practices.map(({ name, cases, drafts, ready, left, amounts }) => [
      name,
      cases,
      drafts,
      ready,
      left,
      amounts,
    ]),
  ).toEqual([
    ["A, no price", 2, 0, 1, 1, [{ currency: "GBP", net: "89.00", tax: "17.80", total: "106.80" }]],
    ["B, drafted without a price", 1, 1, 0, 1, []],
    ["C, no address", 1, 0, 0, 1, [{ currency: "GBP", net: "89.00", tax: "17.80", total: "106.80" }]],
    ["E, in euros", 1, 0, 1, 0, [{ currency: "EUR", net: "90.00", tax: "18.00", total: "108.00" }]],
  ]);

  const { runId } = await asActor(lab.actors.manager, (tx) =>
    startMonthEnd({ actor: lab.actors.manager, tx }, { month: "2026-10", practiceIds: null }),
  );
  await continueRun(inLabOf(lab.actors.manager), runId);
  const { results } = await asActor(lab.actors.manager, (tx) => listResults(tx, runId, { after: null, before: null }));
  expect(
    results.map(({ practice, outcome, words, count, totals }) => [practice, outcome, words, count, totals]),
  ).toEqual([
    ["A, no price", "done", "1 draft needs something mended.", 1, [{ currency: "GBP", total: "106.80" }]],
    ["B, drafted without a price", "refused", "1 draft needs something mended.", 0, []],
    ["C, no address", "refused", "The practice has no e-mail address to send invoices to.", 0, []],
    ["E, in euros", "done", null, 1, [{ currency: "EUR", total: "108.00" }]],
  ]);

  await owner.query("UPDATE practices SET email = 'c@practice.test' WHERE id = $1", [silent.practiceId]);
  await owner.query("UPDATE holds SET released_at = now(), released_by_id = placed_by_id WHERE case_id = $1", [
    held.id,
  ]);
  const after = await see();
  expect(after.practices.map(({ name, ready, left }) => [name, ready, left])).toEqual([
    ["A, no price", 0, 1],
    ["B, drafted without a price", 0, 1],
    ["C, no address", 1, 0],
    ["D, waiting", 1, 0],
  ]);
});

it("leaves a month's draft whole when one of its lines has no price", async () => {
  const at = await billed("F, monthly");
  await owner.query("UPDATE practices SET invoice_mode = 'monthly' WHERE id = $1", [at.practiceId]);
  await buildDelivered(owner, at, WHEN);
  await buildDelivered(owner, at, WHEN, VENEER);
  const { practices } = await see();
  expect(practices.find(({ id }) => id === at.practiceId)).toMatchObject({ cases: 2, items: 2, ready: 0, left: 1 });
});

it("of another lab shows nothing", async () => {
  const other = (await buildLab(owner)).actors.manager;
  expect(await asActor(other, (tx) => monthEnd(tx, other, "2026-10-31"))).toEqual({ practices: [], exceptions: [] });
});

it("keeps a draft back whose case went on hold since, and invoices no month to come", async () => {
  const { manager, staff } = lab.actors;
  const late = await billed("F, held after drafting");
  const made = await buildDelivered(owner, late, WHEN);
  await asActor(staff, (tx) => draftInvoice({ actor: staff, tx }, { caseId: made.id }));
  await owner.query("INSERT INTO holds (case_id, placed_by_id, note) VALUES ($1, $2, 'Wait')", [made.id, staff.userId]);
  const start = (month: string) =>
    asActor(manager, (tx) => startMonthEnd({ actor: manager, tx }, { month, practiceIds: null }));
  const { runId } = await start("2026-10");
  await continueRun(inLabOf(manager), runId);
  const { results } = await asActor(manager, (tx) => listResults(tx, runId, { after: null, before: null }));
  const own = results.find(({ practice }) => practice === "F, held after drafting");
  expect([own?.outcome, own?.words, own?.count]).toEqual(["refused", "1 draft needs something mended.", 0]);
  await expect(start("2099-01")).rejects.toMatchObject({ fieldErrors: { month: ["This month has not begun."] } });
});
