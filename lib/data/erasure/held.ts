import { notFound } from "@/lib/access/errors";
import { statementKeptUntil } from "@/lib/cases/kept-until";
import { rawSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { invoiceKeptUntil } from "./keeping";
import { PRESCRIPTION_TRACES } from "./kept-traces";
import { type HeldLetter, lettersOf } from "./letters";
import { type Scope, TRACES } from "./traces";

export type HeldPatient = {
  id: string;
  reference: string;
  fullName: string | null;
  sex: string | null;
  birthYear: number | null;
  allergies: string | null;
  practiceId: string;
  practice: string;
};
export type HeldCase = {
  id: string;
  number: string;
  status: string;
  deliveredOn: string | null;
  isImplantable: boolean;
  /** The last day the law keeps its prescription and statement; null when it does not. */
  keptUntil: string | null;
};
/** An invoice line that names the patient; `keptUntil` null once the law lets go of it. */
export type HeldLine = { id: string; invoice: string; keptUntil: string | null };
export type HeldKind = { label: string; table: string; ids: string[] };
export type Held = {
  patient: HeldPatient;
  cases: HeldCase[];
  lines: HeldLine[];
  letters: HeldLetter[];
  kinds: HeldKind[];
  auditEntries: number;
  scope: Scope;
};

/**
 * Everything that is held of a patient on a day (`YYYY-MM-DD` in the lab's zone), deleted rows included. Refuses with `not_found`. Opens
 * the door to deleted rows for the rest of the transaction.
 * @param lock locks the cases first and then the patient, for who erases.
 */
export async function heldOf(tx: Transaction, patientId: string, today: string, lock = false): Promise<Held> {
  await tx.includeDeleted();
  const cases = await casesOf(tx, patientId, today, lock);
  const patient = await tx.row<HeldPatient>(sql`
    SELECT t.id, t.reference, t.full_name AS "fullName", t.sex, t.birth_year AS "birthYear", t.allergies, t.practice_id AS "practiceId", p.name AS practice
    FROM patients t JOIN practices p ON p.lab_id = t.lab_id AND p.id = t.practice_id WHERE t.id = ${patientId} ${lock ? sql`FOR UPDATE OF t` : sql``}`);
  if (!patient) throw notFound("patient");
  const scope: Scope = {
    patientId,
    cases: cases.map(({ id }) => id),
    freeCases: cases.filter(({ keptUntil }) => keptUntil === null).map(({ id }) => id),
  };
  const kinds: HeldKind[] = [];
  for (const { table, label, of, columns } of [...TRACES, ...PRESCRIPTION_TRACES]) {
    const filled = sql`(${rawSql(columns.map((column) => `(to_jsonb(t) ->> '${column}') NOT IN ('', '[erased]', '{}', '{"erased": true}')`).join(" OR "))})`;
    const rows = await tx.rows<{ id: string }>(
      sql`SELECT t.id FROM ${rawSql(table)} t WHERE ${of(scope)} AND ${filled} ORDER BY t.id`,
    );
    kinds.push({ label, table, ids: rows.map(({ id }) => id) });
  }
  return {
    patient,
    cases,
    lines: await linesOf(tx, scope, today),
    letters: await lettersOf(tx, patient, cases),
    kinds,
    auditEntries: await auditEntriesOf(tx, kinds),
    scope,
  };
}

async function casesOf(tx: Transaction, patientId: string, today: string, lock: boolean): Promise<HeldCase[]> {
  const rows = await tx.rows<Omit<HeldCase, "keptUntil">>(sql`
    SELECT c.id, c.number, c.status, to_char(c.delivered_at AT TIME ZONE (SELECT time_zone FROM labs), 'YYYY-MM-DD') AS "deliveredOn",
      EXISTS (SELECT FROM case_items i WHERE i.case_id = c.id AND (i.procedure_type = 'implants' OR i.implant_system IS NOT NULL)) AS "isImplantable"
    FROM cases c WHERE c.patient_id = ${patientId} ORDER BY c.id ${lock ? sql`FOR UPDATE OF c` : sql``}`);
  return rows.map((row) => {
    const until = statementKeptUntil(row.deliveredOn, row.isImplantable);
    return { ...row, keptUntil: until && until >= today ? until : null };
  });
}

async function linesOf(tx: Transaction, { cases }: Scope, today: string): Promise<HeldLine[]> {
  const rows = await tx.rows<{ id: string; invoice: string; issuedOn: string; country: string }>(sql`
    SELECT t.id, coalesce(v.number, 'Draft') AS invoice, coalesce(v.issued_on::text, ${today}) AS "issuedOn", (SELECT country FROM labs) AS country
    FROM invoice_items t JOIN invoices v ON v.lab_id = t.lab_id AND v.id = t.invoice_id
    WHERE t.case_id = ANY(${cases}::uuid[]) AND t.patient_code <> '[erased]' ORDER BY v.number, t.position`);
  return rows.map(({ id, invoice, issuedOn, country }) => {
    const until = invoiceKeptUntil(issuedOn, country);
    return { id, invoice, keptUntil: until >= today ? until : null };
  });
}

async function auditEntriesOf(tx: Transaction, kinds: readonly HeldKind[]): Promise<number> {
  const all = kinds.flatMap(({ table, ids }) => ids.map((id) => ({ table, id })));
  const row = await tx.row<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM audit_log a JOIN unnest(${all.map(({ table }) => table)}::text[], ${all.map(({ id }) => id)}::uuid[]) x (name, id)
      ON a.table_name = x.name AND a.row_id = x.id WHERE a.lab_id = (SELECT app_lab_id())`);
  return row?.n ?? 0;
}
