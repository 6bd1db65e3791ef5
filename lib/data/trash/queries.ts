import { emptySql, joinSql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { RESTORABLE } from "./catalogue";
import type { TrashFilter } from "./filter";

const PAGE_SIZE = 50;

export type TrashEntry = {
  /** The table it is in. */
  kind: string;
  id: string;
  name: string;
  /** An ISO instant in UTC, to the millisecond. */
  deletedAt: string;
  /** Who put it away, by the audit log; null for Casepan itself. */
  person: string | null;
};
export type TrashPage = { entries: TrashEntry[]; hasNewer: boolean; hasOlder: boolean };

/**
 * A page of what was put away, the newest first, at most 50. Opens the door to deleted rows for the transaction: call it last. What was put
 * away with its whole, in the same transaction, is not listed apart, but when it is searched for by kind.
 */
export async function listTrash(tx: Transaction, filter: TrashFilter): Promise<TrashPage> {
  await tx.includeDeleted();
  const backwards = filter.before !== null && filter.after === null;
  const kinds = filter.kind ? [filter.kind] : await kindsWithTrash(tx);
  if (kinds.length === 0) return { entries: [], hasNewer: false, hasOlder: false };
  const found = await tx.rows<TrashEntry>(sql`
    SELECT x.kind, x.id, x.name, to_char(x.deleted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "deletedAt", u.name AS person
    FROM (SELECT * FROM (${joinSql(
      kinds.map((kind) => sql`(${branch(kind, filter, backwards)})`),
      " UNION ALL ",
    )}) every_kind ORDER BY ${direction(backwards)} LIMIT ${PAGE_SIZE + 1}) x
    LEFT JOIN LATERAL (SELECT a.user_id FROM audit_log a WHERE a.lab_id = (SELECT app_lab_id()) AND a.table_name = x.kind AND a.row_id = x.id AND a.action = 'update'
      AND a.new_values ->> 'deleted_at' IS NOT NULL AND a.occurred_at >= x.deleted_at - interval '1 second' ORDER BY a.occurred_at DESC LIMIT 1) a ON true
    LEFT JOIN users u ON u.id = a.user_id
    ORDER BY ${backwards ? sql`x.deleted_at, x.id` : sql`x.deleted_at DESC, x.id DESC`}`);
  const more = found.length > PAGE_SIZE;
  const entries = found.slice(0, PAGE_SIZE);
  if (backwards) return { entries: entries.reverse(), hasNewer: more, hasOlder: true };
  return { entries, hasNewer: filter.after !== null, hasOlder: more };
}

const direction = (backwards: boolean) => (backwards ? sql`deleted_at, id` : sql`deleted_at DESC, id DESC`);

/** Only tables that have something: each other one would be a branch more to plan. */
async function kindsWithTrash(tx: Transaction): Promise<string[]> {
  const parts = Object.keys(RESTORABLE).map(
    (table) =>
      sql`SELECT ${table}::text AS kind WHERE EXISTS (SELECT FROM ${rawSql(table)} t WHERE t.lab_id = (SELECT app_lab_id()) AND t.deleted_at IS NOT NULL)`,
  );
  return (await tx.rows<{ kind: string }>(joinSql(parts, " UNION ALL "))).map(({ kind }) => kind);
}

/** What an erasure put away for good does not come back. */
const ERASED: Record<string, Sql> = {
  case_files: sql`AND t.erased_at IS NULL`,
  case_drafts: sql`AND NOT t.payload ? 'erased'`,
};

function branch(kind: string, { after, before, q }: TrashFilter, backwards: boolean): Sql {
  const name = sql`(${rawSql(RESTORABLE[kind]?.name ?? "''")})::text`;
  const bound = after
    ? sql`AND t.deleted_at <= ${after[0]}::timestamptz AND (t.deleted_at < ${after[0]}::timestamptz OR t.id < ${after[1]}::uuid)`
    : before
      ? sql`AND t.deleted_at >= ${before[0]}::timestamptz AND (t.deleted_at > ${before[0]}::timestamptz OR t.id > ${before[1]}::uuid)`
      : emptySql;
  const erased = ERASED[kind] ?? emptySql;
  return sql`SELECT ${kind}::text AS kind, t.id, ${name} AS name, t.deleted_at FROM ${rawSql(kind)} t
    WHERE t.lab_id = (SELECT app_lab_id()) AND t.deleted_at IS NOT NULL ${erased} ${bound}
      ${q ? sql`AND ${name} ILIKE ${`%${q.replace(/[\\%_]/g, "\\$&")}%`}` : emptySql}
    ORDER BY ${backwards ? sql`t.deleted_at, t.id` : sql`t.deleted_at DESC, t.id DESC`} LIMIT ${PAGE_SIZE + 1}`;
}
