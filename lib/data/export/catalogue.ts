import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** What an export leaves out, and why. Whatever else has a `lab_id` is in it. */
export const NOT_EXPORTED: Record<string, string> = {
  sessions: "Who is signed in on which device opens doors and says nothing of the lab's work.",
  outbox: "What is about to be sent; it empties itself.",
  idempotency_keys: "Answers to what a network might repeat; gone after two days.",
  data_exports: "The exports themselves.",
  saved_views: "Each person's own filters of lists.",
  default_views: "Each person's own filters of lists.",
  rota_feeds: "Secret addresses of calendars.",
  calendar_feeds: "Secret addresses of calendars.",
  dentist_application_links: "Secret addresses that applicants were sent.",
};

/** Tables without a `lab_id` that an export has the lab's part of. */
const ALSO = ["labs", "users"];

/** Columns that are secret, or say where something lies in this installation. */
const SECRET = "(password|secret|ciphertext|token)|_hash$|^(store|store_key|preview_store|preview_key|key_id)$";

export type ExportedTable = { name: string; columns: string[]; hasFiles: boolean };

/** The tables of an export with their columns, by name: those that a lab's people may read, without secrets. */
export function exportedTables(tx: Transaction): Promise<ExportedTable[]> {
  return tx.rows<ExportedTable>(sql`
    SELECT c.relname AS name,
      array(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND (a.attname !~ ${SECRET} OR (c.relname = 'audit_log' AND a.attname = 'content_hash')) AND has_column_privilege(c.oid, a.attnum, 'SELECT') ORDER BY a.attnum) AS columns,
      EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'store_key' AND NOT a.attisdropped) AS "hasFiles"
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL(${Object.keys(NOT_EXPORTED)}::text[])
      AND (c.relname = ANY(${ALSO}::text[]) OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'lab_id' AND NOT a.attisdropped))
    ORDER BY 1`);
}
