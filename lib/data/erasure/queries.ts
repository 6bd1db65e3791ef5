import { notFound } from "@/lib/access/errors";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ErasedKind, KeptKind } from "./carry-out";

export type FoundPatient = {
  id: string;
  reference: string;
  fullName: string | null;
  practice: string;
  cases: number;
  erased: boolean;
};

/** Patients by reference or name, of one practice or of all, at most 30; none for fewer than two letters. */
export function findPatients(tx: Transaction, words: string, practiceId: string | null): Promise<FoundPatient[]> {
  if (words.length < 2) return Promise.resolve([]);
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return tx.rows<FoundPatient>(sql`
    SELECT t.id, t.reference, t.full_name AS "fullName", p.name AS practice, (SELECT count(*)::int FROM cases c WHERE c.patient_id = t.id) AS cases,
      EXISTS (SELECT FROM patient_erasures e WHERE e.patient_id = t.id) AS erased
    FROM patients t JOIN practices p ON p.lab_id = t.lab_id AND p.id = t.practice_id
    WHERE (t.reference ILIKE ${like} OR t.full_name ILIKE ${like}) ${practiceId ? sql`AND t.practice_id = ${practiceId}` : emptySql}
    ORDER BY lower(t.reference) = lower(${words}) DESC, t.reference, t.id LIMIT 30`);
}

export type ErasureRow = {
  id: string;
  number: string;
  practice: string;
  ground: "request" | "kept_time_over";
  doneAt: Date;
  doneBy: string | null;
  keptUntil: string | null;
};

/** The lab's erasures, the newest first, at most 50. They do not say of whom. */
export function listErasures(tx: Transaction): Promise<ErasureRow[]> {
  return tx.rows<ErasureRow>(sql`
    SELECT e.id, e.number, p.name AS practice, e.ground, e.created_at AS "doneAt", u.name AS "doneBy", e.kept_until::text AS "keptUntil"
    FROM patient_erasures e JOIN practices p ON p.lab_id = e.lab_id AND p.id = e.practice_id LEFT JOIN users u ON u.id = e.done_by_id
    ORDER BY e.id DESC LIMIT 50`);
}

/** The practices a patient may be looked for at, by name. */
export function practicesOf(tx: Transaction): Promise<{ id: string; name: string }[]> {
  return tx.rows(sql`SELECT id, name FROM practices ORDER BY name, id LIMIT 2000`);
}

export type Certificate = Omit<ErasureRow, "keptUntil"> & {
  askedOn: string | null;
  erased: ErasedKind[];
  kept: KeptKind[];
  redacted: Record<string, { entries: number; digest: string }>;
  lab: { name: string; address: string[] };
};

/** What a certificate of erasure tells. Refuses with `not_found`. */
export async function readCertificate(tx: Transaction, id: string): Promise<Certificate> {
  const row = await tx.row<Certificate>(sql`
    SELECT e.id, e.number, p.name AS practice, e.ground, e.created_at AS "doneAt", u.name AS "doneBy", e.asked_on::text AS "askedOn", e.erased, e.kept, e.redacted,
      jsonb_build_object('name', l.name, 'address', array_remove(ARRAY[l.address_line1, l.address_line2, nullif(concat_ws(' ', l.postcode, l.city), ''), l.email], NULL)) AS lab
    FROM patient_erasures e JOIN practices p ON p.lab_id = e.lab_id AND p.id = e.practice_id JOIN labs l ON l.id = e.lab_id LEFT JOIN users u ON u.id = e.done_by_id
    WHERE e.id = ${id}`);
  if (!row) throw notFound("erasure");
  return row;
}
