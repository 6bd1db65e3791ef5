import { notFound } from "@/lib/access/errors";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { AuditAction, AuditFilter } from "./filter";
import { recordsNamed } from "./named-records";

const PAGE_SIZE = 50;

export type AuditEntry = {
  id: string;
  table: string;
  rowId: string;
  action: AuditAction;
  /** The number, name or code of an added or deleted row, if it has one. */
  subject: string | null;
  /** Null for what Casepan did by itself. */
  person: string | null;
  /** An ISO instant in UTC, to the millisecond. */
  occurredAt: string;
  /** The names of the columns that changed; of an added or deleted row none. */
  changed: string[];
};
export type AuditPage = { entries: AuditEntry[]; hasNewer: boolean; hasOlder: boolean };

const entryColumns = sql`a.id, a.table_name AS "table", a.row_id AS "rowId", a.action, u.name AS person,
  to_char(a.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "occurredAt",
  CASE WHEN a.action <> 'update' THEN coalesce(v ->> 'number', v ->> 'name', v ->> 'full_name', v ->> 'code', v ->> 'reference', v ->> 'title') END AS subject,
  CASE WHEN a.action = 'update' THEN ARRAY(SELECT jsonb_object_keys(a.new_values) ORDER BY 1) ELSE '{}' END AS changed`;

const loggedBy = sql`audit_log a LEFT JOIN users u ON u.id = a.user_id CROSS JOIN LATERAL (SELECT coalesce(a.new_values, a.old_values) AS v) x`;

/** A page of the lab's audit log, the newest entries first, `most` of them. */
export async function listAudit(tx: Transaction, filter: AuditFilter, most = PAGE_SIZE): Promise<AuditPage> {
  const { q, person, table, row, action, from, to, after, before } = filter;
  const named = q ? await recordsNamed(tx, q) : [];
  const backwards = before !== null && after === null;
  const bound = after
    ? sql`AND a.occurred_at <= ${after[0]}::timestamptz AND (a.occurred_at < ${after[0]}::timestamptz OR a.id < ${after[1]}::uuid)`
    : before
      ? sql`AND a.occurred_at >= ${before[0]}::timestamptz AND (a.occurred_at > ${before[0]}::timestamptz OR a.id > ${before[1]}::uuid)`
      : emptySql;
  const found = await tx.rows<AuditEntry>(sql`
    SELECT ${entryColumns} FROM ${loggedBy}
    WHERE a.lab_id = (SELECT app_lab_id())
      ${person ? sql`AND a.user_id = ${person}` : emptySql} ${table ? sql`AND a.table_name = ${table}` : emptySql}
      ${q ? sql`AND (a.table_name, a.row_id) IN (SELECT * FROM unnest(${named.map((one) => one.table)}::text[], ${named.map((one) => one.id)}::uuid[]))` : emptySql}
      ${row ? sql`AND a.row_id = ${row}` : emptySql} ${action ? sql`AND a.action = ${action}` : emptySql}
      ${from ? sql`AND a.occurred_at >= ${from}::date::timestamp AT TIME ZONE (SELECT time_zone FROM labs)` : emptySql}
      ${to ? sql`AND a.occurred_at < (${to}::date + 1)::timestamp AT TIME ZONE (SELECT time_zone FROM labs)` : emptySql}
      ${bound}
    ORDER BY ${backwards ? sql`a.occurred_at, a.id` : sql`a.occurred_at DESC, a.id DESC`} LIMIT ${most + 1}`);
  const more = found.length > most;
  const entries = found.slice(0, most);
  if (backwards) return { entries: entries.reverse(), hasNewer: more, hasOlder: true };
  return { entries, hasNewer: after !== null, hasOlder: more };
}

export type AuditValues = Record<string, unknown>;
export type AuditDetail = AuditEntry & {
  before: AuditValues | null;
  after: AuditValues | null;
  ip: string | null;
  userAgent: string | null;
  /** Whether an erasure took values out of it, "[erased]" standing in their place. */
  redacted: boolean;
};

/** One entry with what the row was before and after. Refuses with `not_found`. */
export async function readAudit(tx: Transaction, id: string): Promise<AuditDetail> {
  const [entry] = await readAudits(tx, [{ id }]);
  if (!entry) throw notFound("entry");
  return entry;
}

/** Entries with what each row was before and after, the newest first. */
export function readAudits(tx: Transaction, entries: readonly { id: string }[]): Promise<AuditDetail[]> {
  return tx.rows<AuditDetail>(sql`
    SELECT ${entryColumns}, a.old_values AS before, a.new_values AS after, a.ip, a.user_agent AS "userAgent", a.erasure_id IS NOT NULL AS redacted
    FROM ${loggedBy}
    WHERE a.id = ANY(${entries.map(({ id }) => id)}::uuid[]) AND a.lab_id = (SELECT app_lab_id()) ORDER BY a.occurred_at DESC, a.id DESC`);
}

/** Who may stand in the log, by name: the lab's people of today and of before, and those who act for its practices. */
export function auditedPeople(tx: Transaction): Promise<{ id: string; name: string }[]> {
  return tx.rows(
    sql`SELECT u.id, u.name FROM memberships m JOIN users u ON u.id = m.user_id ORDER BY u.name, u.id LIMIT 1000`,
  );
}

/** How far the log is sealed; null when nothing is yet. `digest` is what to keep elsewhere. */
export async function newestSeal(tx: Transaction): Promise<{ endsAt: Date; digest: string; position: number } | null> {
  const seal = await tx.row<{ endsAt: Date; digest: string; position: number }>(
    sql`SELECT ends_at AS "endsAt", digest, position FROM audit_seals ORDER BY position DESC LIMIT 1`,
  );
  return seal ?? null;
}

/** The tables whose changes are logged. */
export async function auditedTables(tx: Transaction): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(sql`
    SELECT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'audit' ORDER BY 1`);
  return rows.map(({ name }) => name);
}
