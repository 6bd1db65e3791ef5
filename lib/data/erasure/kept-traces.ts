import { sql } from "@/lib/db/sql";
import type { Trace } from "./traces";

const free = (cases: readonly string[]) => sql`ANY(${cases}::uuid[])`;

/** What belongs to a prescription and its statement: erased once no law keeps its case. */
export const PRESCRIPTION_TRACES: readonly Trace[] = [
  {
    table: "cases",
    label: "Instructions of prescriptions",
    of: ({ freeCases }) => sql`t.id = ${free(freeCases)}`,
    columns: ["instructions", "cancelled_reason", "scanner_order_id"],
  },
  {
    table: "case_items",
    label: "Words of items",
    of: ({ freeCases }) => sql`t.case_id = ${free(freeCases)}`,
    columns: ["notes"],
  },
  {
    table: "device_statements",
    label: "Statements of custom-made devices",
    of: ({ freeCases }) => sql`t.case_id = ${free(freeCases)}`,
    columns: ["contents"],
    appended: true,
  },
  {
    table: "recall_notices",
    label: "Reference in notices of recalls",
    of: ({ freeCases }) =>
      sql`EXISTS (SELECT FROM jsonb_array_elements(t.told -> 'cases') c WHERE c ->> 'caseId' = ANY(${freeCases}::text[]) AND c ->> 'patient' <> '[erased]')`,
    columns: ["told"],
    change: ({ freeCases }) => sql`jsonb_set(t.told, '{cases}', (
      SELECT jsonb_agg(CASE WHEN c ->> 'caseId' = ANY(${freeCases}::text[]) THEN c || '{"patient": "[erased]"}' ELSE c END ORDER BY n)
      FROM jsonb_array_elements(t.told -> 'cases') WITH ORDINALITY AS e (c, n)))`,
  },
];

/** The reference by which the practice knows the patient: erased with the last prescription. */
export const REFERENCE_TRACE: Trace = {
  table: "patients",
  label: "Reference",
  of: ({ patientId }) => sql`t.id = ${patientId}`,
  columns: ["reference"],
};
