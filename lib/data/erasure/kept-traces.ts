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
];

/** The reference by which the practice knows the patient: erased with the last prescription. */
export const REFERENCE_TRACE: Trace = {
  table: "patients",
  label: "Reference",
  of: ({ patientId }) => sql`t.id = ${patientId}`,
  columns: ["reference"],
};
