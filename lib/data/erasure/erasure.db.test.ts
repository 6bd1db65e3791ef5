import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { checkAuditSeals } from "@/lib/audit/upkeep";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildLab } from "@/lib/testing/build";
import { eraseDue, patientsDue } from "./due";
import { erasePatient } from "./erase-patient";
import { heldOf } from "./held";
import { PRESCRIPTION_TRACES } from "./kept-traces";
import { readCertificate } from "./queries";
import { renderCertificate } from "./render-certificate";
import { buildErasable, NAME, REFERENCE, tablesWith } from "./testing";
import { NO_TRACE, TRACES } from "./traces";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let built: BuiltCase;
let patientId: string;

const one = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows[0];
const asAdmin = <T>(work: (context: Parameters<typeof erasePatient>[0]) => Promise<T>, actor = lab.actors.admin) =>
  asActor(actor, (tx) => work({ actor, tx }));
const erase = (confirmation = REFERENCE, actor = lab.actors.admin) =>
  asAdmin(
    (context) => erasePatient(context, { patientId, confirmation, askedOn: null, idempotencyKey: randomUUID() }),
    actor,
  );
const end = (status: "delivered" | "cancelled", on = "now()") =>
  owner.query(
    `UPDATE cases SET status = $2::text, delivered_at = CASE WHEN $2::text = 'delivered' THEN ${on} END, cancelled_at = CASE WHEN $2::text = 'cancelled' THEN now() END,
       submitted_at = least(submitted_at, ${on}) WHERE id = $1`,
    [built.id, status],
  );

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());

beforeEach(async () => {
  ({ lab, built, patientId } = await buildErasable(owner));
});
const found = (text: string) => tablesWith(owner, lab.id, text);

it("knows every table that hangs on a case and holds words", async () => {
  const { rows } = await owner.query<{ name: string }>(`
    SELECT DISTINCT k.conrelid::regclass::text AS name FROM pg_constraint k
    WHERE k.contype = 'f' AND k.confrelid = ANY('{patients,cases,case_items,conversations,messages,workflow_stages,case_files}'::regclass[])
      AND EXISTS (SELECT FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = k.conrelid AND a.attnum > 0 AND NOT a.attisdropped AND y.typname IN ('text', 'jsonb')) ORDER BY 1`);
  const known = new Set([...TRACES, ...PRESCRIPTION_TRACES].map(({ table }) => table));
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name) && !(name in NO_TRACE))).toEqual([]);
});

it("shows all that is held before anything happens", async () => {
  await end("delivered");
  const held = await asAdmin(({ tx }) => heldOf(tx, patientId, new Date().toISOString().slice(0, 10)));
  const counts = Object.fromEntries(held.kinds.map(({ table, ids }) => [table, ids.length]));
  expect(counts).toMatchObject({
    patients: 1,
    case_notes: 1,
    case_events: 1,
    case_files: 1,
    conversations: 1,
    messages: 1,
    notifications: 1,
    cases: 0,
  });
  expect([held.letters.length, held.lines.length]).toEqual([1, 1]);
  expect(held.cases).toMatchObject([{ number: built.number, isImplantable: false, keptUntil: expect.any(String) }]);
  expect(await found(NAME)).toContain("case_notes");
});

it("leaves no word of the patient anywhere, but the reference where the law keeps it", async () => {
  await end("delivered");
  await erase();
  expect(await found(NAME)).toEqual([]);
  expect(await found(REFERENCE)).toEqual(["audit_log", "invoice_items", "patients", "recall_notices"]);
  expect(await found("stannum-4")).toEqual([]);
  expect((await one("SELECT instructions FROM cases WHERE id = $1", [built.id])).instructions).toBe(
    "For [erased], thin margins",
  );
  expect(
    await one("SELECT payload FROM outbox WHERE topic = 'remove_contents' AND lab_id = $1", [lab.id]),
  ).toMatchObject({
    payload: { contents: [{ store: "local", key: `${lab.id}/scan` }] },
  });
});

it("tells what went and what is kept, and not of whom", async () => {
  await end("delivered");
  const { id, keptUntil } = await erase();
  const record = await one("SELECT to_jsonb(e) AS r FROM patient_erasures e WHERE id = $1", [id]);
  expect(JSON.stringify(record)).not.toMatch(new RegExp(`${NAME}|${REFERENCE}`));
  expect(record.r.kept.map(({ law }: { law: string }) => law)).toEqual([
    "Regulation (EU) 2017/745, Annex XIII, section 4",
    "Tax law: invoices",
  ]);
  expect(keptUntil).toBe(record.r.kept.map(({ until }: { until: string }) => until).sort()[0]);
});

it("gives a certificate for the lab that carried it out, and no other", async () => {
  await end("cancelled");
  const { id, number } = await erase();
  const certificate = await asAdmin(({ tx }) => readCertificate(tx, id));
  expect(certificate).toMatchObject({ number, ground: "request", doneBy: "Test admin" });
  const { name, pdf } = await renderCertificate(certificate, lab.actors.admin.lab);
  expect([name, pdf.subarray(0, 5).toString()]).toEqual([`erasure-${number}.pdf`, "%PDF-"]);
  const other = await buildLab(owner);
  await expect(asAdmin(({ tx }) => readCertificate(tx, id), other.actors.admin)).rejects.toMatchObject({
    code: "not_found",
  });
});

it("keeps the seals of the audit log whole, and shows what was redacted and whether it stayed so", async () => {
  await end("delivered");
  const seal = () => owner.query("select seal_audit_log(clock_timestamp(), 40)");
  await seal();
  const { id } = await erase();
  expect((await checkAuditSeals(owner)).broken).toEqual([]);
  await seal();
  expect((await checkAuditSeals(owner)).broken).toEqual([]);
  const redactions = async () =>
    (await owner.query("SELECT entries, holds FROM audit_redactions() WHERE erasure_id = $1", [id])).rows;
  const [honest] = await redactions();
  expect(honest).toMatchObject({ entries: expect.any(Number), holds: true });
  expect(honest.entries).toBeGreaterThan(5);
  const tampered = async (statement: string) => {
    await owner.query("BEGIN");
    await owner.query(statement, [id]);
    const [after] = await redactions();
    const { redacted } = await checkAuditSeals(owner);
    await owner.query("ROLLBACK");
    return [after?.holds, redacted.some(({ holds }) => !holds)];
  };
  expect(
    await tampered(
      `UPDATE audit_log SET new_values = '{"body": "invented"}' WHERE erasure_id = $1 AND table_name = 'case_notes'`,
    ),
  ).toEqual([false, true]);
  expect(
    await tampered(
      "UPDATE audit_log SET user_id = NULL, erasure_id = $1, content_hash = audit_entry_hash(audit_log) WHERE table_name = 'practices'",
    ),
  ).toEqual([false, true]);
});

it("erases the prescription, too, when no law keeps it, and makes the reference a pseudonym", async () => {
  await end("cancelled");
  await erase();
  expect(await found("thin margins")).toEqual([]);
  const { reference } = await one("SELECT reference FROM patients WHERE id = $1", [patientId]);
  expect(reference).toMatch(/^erased-/);
  const { told } = await one("SELECT told FROM recall_notices WHERE lab_id = $1", [lab.id]);
  expect(told).toMatchObject({
    lot: "L-1",
    cases: [{ patient: "[erased]", items: ["Crown 14"] }, { patient: "OTHER-1" }],
  });
  expect(await found(REFERENCE)).toEqual(["audit_log", "invoice_items"]);
});

it("lets go by itself of what the law kept, once its time is over", async () => {
  await end("delivered", "now() - interval '10 years' + interval '10 days'");
  const first = await erase();
  expect(await asAdmin(patientsDue)).toEqual([]);
  await owner.query(
    "UPDATE cases SET delivered_at = delivered_at - interval '1 year', submitted_at = submitted_at - interval '1 year' WHERE id = $1",
    [built.id],
  );
  await owner.query("UPDATE patient_erasures SET kept_until = current_date - 1 WHERE id = $1", [first.id]);
  expect(await asAdmin(patientsDue)).toEqual([patientId]);
  await asAdmin((context) => eraseDue(context, patientId));
  await asAdmin((context) => eraseDue(context, patientId));
  expect(await found("thin margins")).toEqual([]);
  const { rows } = await owner.query(
    "SELECT ground, kept_until, replaces FROM patient_erasures WHERE patient_id = $1 ORDER BY id",
    [patientId],
  );
  expect(rows.map(({ ground }) => ground)).toEqual(["request", "kept_time_over"]);
  expect(rows[1].replaces).toEqual([first.id]);
  const { rows: checked } = await owner.query("SELECT holds FROM audit_redactions() WHERE lab_id = $1", [lab.id]);
  expect(new Set(checked.map(({ holds }) => holds))).toEqual(new Set([true]));
});

it("refuses another confirmation, a case in work, and another lab's patient", async () => {
  await expect(erase()).rejects.toMatchObject({ reason: "in_work" });
  await end("delivered");
  await expect(erase("RX-77")).rejects.toMatchObject({ fieldErrors: { confirmation: expect.any(Array) } });
  const other = await buildLab(owner);
  await expect(erase(REFERENCE, other.actors.admin)).rejects.toMatchObject({ code: "not_found" });
  expect(await found(NAME)).toContain("patients");
});

it("lets no erased file back", async () => {
  await end("delivered");
  await erase();
  await expect(
    owner.query("UPDATE case_files SET deleted_at = NULL WHERE case_id = $1", [built.id]),
  ).rejects.toMatchObject({
    constraint: "case_files_erased_stay_deleted",
  });
});
