import { rawSql, type Sql, sql } from "@/lib/db/sql";

/** Whose traces are looked for: the patient, all their cases, and those of them that no law keeps (any more). */
export type Scope = { patientId: string; cases: readonly string[]; freeCases: readonly string[] };

/** One kind of thing that tells of a patient, and where it stands. */
export type Trace = {
  table: string;
  label: string;
  /** Which rows `t` are of the patient. */
  of: (scope: Scope) => Sql;
  /** The columns that tell of the patient: texts and objects, erased by what they are; others are set to null. */
  columns: readonly string[];
  /** How its one column is erased when it tells of others, too. */
  change?: (scope: Scope) => Sql;
  /** Rows that the lab's people only ever add to: erased by the database's own function. */
  appended?: true;
};

const ids = (cases: readonly string[]) => sql`ANY(${cases}::uuid[])`;
const byCase = ({ cases }: Scope) => sql`t.case_id = ${ids(cases)}`;
const byConversation = ({ cases }: Scope) =>
  sql`t.conversation_id IN (SELECT v.id FROM conversations v WHERE v.case_id = ${ids(cases)})`;

/** Drafts that became one of the cases, and those never sent in which the practice wrote the same reference. */
const ofDraft = (draft: "t" | "d", { patientId, cases }: Scope) => {
  const d = rawSql(draft);
  return sql`(${d}.submitted_case_id = ${ids(cases)} OR ${d}.submitted_case_id IS NULL AND EXISTS (
    SELECT FROM patients p WHERE p.id = ${patientId} AND p.practice_id = ${d}.practice_id
      AND lower(btrim(${d}.payload #>> '{patient,reference}')) = lower(btrim(p.reference))))`;
};

/** Notices of recalls that name one of the cases; they hang on the practice, and name its other cases, too. */
export const toldOf = (cases: readonly string[]) =>
  sql`EXISTS (SELECT FROM jsonb_array_elements(t.told -> 'cases') c WHERE c ->> 'caseId' = ANY(${cases}::text[]))`;

/** The keys of a case's history in which people write; `erase_words` erases the same. */
const EVENT_WORDS = "note words remark missing name excerpt findings receiver reason item items".split(" ");

/**
 * Everything in which a patient may be told of, erased as soon as it is asked for. Cases' prescriptions, statements, the reference and
 * invoices stand in `kept-traces.ts`: the law may keep them.
 */
export const TRACES: readonly Trace[] = [
  {
    table: "patients",
    label: "Name, sex, year of birth, allergies",
    of: ({ patientId }) => sql`t.id = ${patientId}`,
    columns: ["full_name", "sex", "birth_year", "allergies"],
  },
  {
    table: "case_drafts",
    label: "Drafts of prescriptions",
    of: (scope) => ofDraft("t", scope),
    columns: ["payload", "scanner", "scanner_order_id"],
  },
  {
    table: "case_files",
    label: "Scans, photos and documents",
    of: (scope) =>
      sql`(t.case_id = ${ids(scope.cases)} OR t.draft_id IN (SELECT d.id FROM case_drafts d WHERE ${ofDraft("d", scope)}))`,
    columns: ["name"],
  },
  { table: "case_notes", label: "Notes", of: byCase, columns: ["body"] },
  {
    table: "case_events",
    label: "Words in the history of cases",
    of: ({ cases }) =>
      sql`t.case_id = ${ids(cases)} AND EXISTS (SELECT FROM jsonb_each_text(t.data) d WHERE d.key = ANY(${EVENT_WORDS}::text[]) AND d.value <> '[erased]')`,
    columns: ["data"],
    appended: true,
  },
  { table: "holds", label: "Words of holds", of: byCase, columns: ["note"] },
  { table: "workflow_stages", label: "Words of work sent back", of: byCase, columns: ["reason_note"] },
  {
    table: "stage_checks",
    label: "Words of quality checks",
    of: ({ cases }) =>
      sql`t.workflow_stage_id IN (SELECT s.id FROM workflow_stages s WHERE s.case_id = ${ids(cases)}) AND t.note IS NOT NULL`,
    columns: ["note"],
    appended: true,
  },
  {
    table: "batch_items",
    label: "Words of furnace loads",
    of: ({ cases }) => sql`t.workflow_stage_id IN (SELECT s.id FROM workflow_stages s WHERE s.case_id = ${ids(cases)})`,
    columns: ["note"],
  },
  { table: "design_approvals", label: "Words about designs", of: byCase, columns: ["words", "decision_words"] },
  {
    table: "remakes",
    label: "Words of remakes",
    of: ({ cases }) => sql`(t.case_id = ${ids(cases)} OR t.original_id = ${ids(cases)})`,
    columns: ["words", "answer"],
  },
  { table: "try_ins", label: "Findings of try-ins", of: byCase, columns: ["words", "findings"] },
  { table: "case_ratings", label: "Words of ratings", of: byCase, columns: ["words"] },
  { table: "conversations", label: "Conversations", of: byCase, columns: ["subject"] },
  { table: "messages", label: "Messages", of: byConversation, columns: ["body", "data"] },
  { table: "message_attachments", label: "Attachments of messages", of: byConversation, columns: ["name"] },
  {
    table: "notifications",
    label: "Notifications",
    of: ({ cases }) =>
      sql`EXISTS (SELECT FROM unnest(${cases}::uuid[]) c WHERE t.href LIKE '%' || c || '%' OR t.key LIKE '%' || c || '%')`,
    columns: ["title", "body", "data"],
  },
  { table: "appointments", label: "Appointments", of: byCase, columns: ["title", "notes", "cancel_note"] },
  { table: "shipments", label: "Words of shipments", of: byCase, columns: ["note"] },
  {
    table: "recall_notices",
    label: "Remarks about recalls",
    of: ({ cases }) => toldOf(cases),
    columns: ["remark"],
  },
  { table: "route_stops", label: "Words of stops", of: byCase, columns: ["notes", "failure_note"] },
];

/** Tables that hang on a case and hold text, in which nothing of a patient is said, and why. */
export const NO_TRACE: Record<string, string> = {
  cases: "The prescription's words: in kept-traces.ts.",
  case_items: "The prescription's words: in kept-traces.ts.",
  device_statements: "In kept-traces.ts.",
  invoice_items: "In kept-traces.ts.",
  inventory_transactions: "Which lot went into which item; the reason is the stock's.",
  invoices: "Parties, mail address and words to the practice.",
  parcels: "Codes of labels.",
  patient_erasures: "Says that an erasure was, and not of whom.",
  stock_shortfalls: "Words about the stock.",
};
