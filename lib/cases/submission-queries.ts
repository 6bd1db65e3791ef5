import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type FileRow, filesOfDraft } from "@/lib/files/rows";
import { labToday } from "@/lib/labs/today";
import { activeTemplates, labCalendar } from "./lab-days";
import { particularRules } from "./particulars/rules-of-lab";
import { preferencesOf } from "./particulars/standing-preferences";
import { promiseTerms } from "./promise-terms";
import { type DraftPayload, draftPayloadSchema } from "./schema";
import { submittingPractice } from "./submitting-practice";

export type Prescriber = { id: string; fullName: string; licenceNumber: string; isPrimary: boolean };

/** What the prescription form needs to know about a practice and the lab. Refuses with `not_found` for a foreign practice. */
export async function submissionTerms(tx: Transaction, practiceId: string) {
  const practice = await submittingPractice(tx, practiceId);
  const calendar = await labCalendar(tx);
  const today = labToday(calendar.timeZone);
  const dentists = await tx.rows<Prescriber>(sql`
    SELECT d.id, d.full_name AS "fullName", d.licence_number AS "licenceNumber", pd.is_primary AS "isPrimary"
    FROM practice_dentists pd JOIN dentist_profiles d ON d.lab_id = pd.lab_id AND d.id = pd.dentist_id
    WHERE pd.practice_id = ${practice.id} AND d.status = 'active' 
      AND coalesce(pd.started_on, ${today}::date) <= ${today}::date AND coalesce(pd.ended_on, ${today}::date) >= ${today}::date
    ORDER BY pd.is_primary DESC, d.full_name LIMIT 50`);
  const templates = (await activeTemplates(tx)).map(({ receivingDepartmentId: _department, ...template }) => template);
  const rules = await particularRules(tx);
  const preferences = await preferencesOf(
    tx,
    dentists.map((d) => d.id),
  );
  return { practice, dentists, templates, calendar, rules, preferences, promise: await promiseTerms(tx, practice.id) };
}
export type SubmissionTerms = Awaited<ReturnType<typeof submissionTerms>>;

/** The dentist that the actor is, if they prescribe. */
export async function ownDentistId(tx: Transaction, actor: Actor): Promise<string | null> {
  const own = await tx.row<{ id: string }>(sql`SELECT id FROM dentist_profiles WHERE user_id = ${actor.userId}`);
  return own?.id ?? null;
}

export type OpenDraft = {
  id: string;
  practiceId: string;
  caseId: string | null;
  payload: DraftPayload | null;
  files: FileRow[];
};

/** A draft of the actor's own with its files; refuses with `not_found` otherwise. A payload of an older shape reads as null. */
export async function draftById(tx: Transaction, actor: Actor, id: string): Promise<OpenDraft> {
  const draft = await tx.row<{ practiceId: string; caseId: string | null; payload: unknown }>(sql`
    SELECT practice_id AS "practiceId", submitted_case_id AS "caseId", payload FROM case_drafts
    WHERE id = ${id} AND user_id = ${actor.userId} AND deleted_at IS NULL`);
  if (!draft) throw notFound("draft");
  const payload = draftPayloadSchema.safeParse(draft.payload);
  return { id, ...draft, payload: payload.success ? payload.data : null, files: await filesOfDraft(tx, id) };
}

export type DraftLine = {
  id: string;
  practiceName: string;
  patientReference: string;
  items: number;
  files: number;
  updatedAt: Date;
};

/** The acting person's unsent drafts, the last written first; at most 50. */
export async function listDrafts(tx: Transaction): Promise<DraftLine[]> {
  return tx.rows<DraftLine>(sql`
    SELECT d.id, p.name AS "practiceName", coalesce(d.payload #>> '{patient,reference}', '') AS "patientReference",
      coalesce(jsonb_array_length(d.payload -> 'items'), 0) AS items,
      (SELECT count(*)::int FROM case_files f WHERE f.lab_id = d.lab_id AND f.draft_id = d.id) AS files, d.updated_at AS "updatedAt"
    FROM case_drafts d JOIN practices p ON p.lab_id = d.lab_id AND p.id = d.practice_id
    WHERE d.user_id = app_user_id() AND d.submitted_case_id IS NULL AND d.deleted_at IS NULL
    ORDER BY d.updated_at DESC LIMIT 50`);
}

export type KnownPatient = {
  reference: string;
  fullName: string | null;
  sex: string | null;
  birthYear: number | null;
  allergies: string | null;
  cases: number;
};

/** What is known of the practice's patient of this reference, in any case of letters; null for a new one. */
export async function knownPatient(
  { tx }: Context,
  { practiceId, reference }: { practiceId: string; reference: string },
): Promise<KnownPatient | null> {
  const found = await tx.row<KnownPatient>(sql`
    SELECT p.reference, p.full_name AS "fullName", p.sex, p.birth_year AS "birthYear", p.allergies,
      (SELECT count(*)::int FROM cases c WHERE c.lab_id = p.lab_id AND c.patient_id = p.id) AS cases
    FROM patients p WHERE p.practice_id = ${practiceId} AND lower(p.reference) = lower(${reference})`);
  return found ?? null;
}

/** Active practices whose name, code or postcode contains the words, for the front desk; at most 20. */
export async function findPractices(
  { tx }: Context,
  { query }: { query: string },
): Promise<{ id: string; name: string; code: string; postcode: string }[]> {
  const pattern = `%${query.replace(/[\\%_]/g, "\\$&")}%`;
  return tx.rows(sql`
    SELECT id, name, code, postcode FROM practices
    WHERE status = 'active' AND (name ILIKE ${pattern}::text OR code ILIKE ${pattern}::text OR postcode ILIKE ${pattern}::text)
    ORDER BY name LIMIT 20`);
}

export type SentCase = {
  id: string;
  number: string;
  practiceName: string;
  patientReference: string;
  dentistName: string;
  dueOn: string;
  items: number;
  files: number;
  impression: "digital_scan" | "physical";
  /** Something is to be sent along: an impression, a model or another enclosure. */
  isPhysical: boolean;
};

/** What the confirmation says about a case just sent; refuses with `not_found` for a foreign one. */
export async function sentCase(tx: Transaction, id: string): Promise<SentCase> {
  const found = await tx.row<SentCase>(sql`
    SELECT c.id, c.number, pr.name AS "practiceName", pa.reference AS "patientReference", d.full_name AS "dentistName",
      c.due_on AS "dueOn", c.impression, c.impression = 'physical' OR cardinality(c.enclosures) > 0 AS "isPhysical", (SELECT count(*)::int FROM case_items i WHERE i.lab_id = c.lab_id AND i.case_id = c.id) AS items,
      (SELECT count(DISTINCT f.series)::int FROM case_files f WHERE f.lab_id = c.lab_id AND f.case_id = c.id) AS files
    FROM cases c
    JOIN practices pr ON pr.lab_id = c.lab_id AND pr.id = c.practice_id
    JOIN patients pa ON pa.lab_id = c.lab_id AND pa.id = c.patient_id
    JOIN dentist_profiles d ON d.lab_id = c.lab_id AND d.id = c.dentist_id
    WHERE c.id = ${id}`);
  if (!found) throw notFound("case");
  return found;
}
