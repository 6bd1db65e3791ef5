import { emptySql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Ageing } from "./ageing";
import { BALANCE_PAGE, type BalanceFilter, type BalanceKey, type BalanceSort } from "./list-filter";

/** What one practice owes in one currency, by age. Amounts are decimal strings. */
export type Balance = Ageing & {
  practiceId: string;
  practice: string;
  code: string;
  /** Null when nothing can be mailed to it. */
  email: string | null;
  currency: string;
  overdue: string;
  credit: string;
  balance: string;
  /** The earliest due day of what is owed. */
  oldestDue: string | null;
  lastStatementAt: Date | null;
};
export type BalanceSums = Ageing & {
  currency: string;
  practices: number;
  overdue: string;
  credit: string;
  balance: string;
};
export type BalancePage = { balances: Balance[]; newer: BalanceKey | null; older: BalanceKey | null };

/** A practice without anything open comes last when ordered by what has been due longest. */
const NEVER = sql`DATE '9999-01-01'`;
const ORDER: Record<BalanceSort, { value: Sql; type: Sql; rising: boolean }> = {
  name: { value: sql`p.name`, type: rawSql("text"), rising: true },
  balance: { value: sql`b.balance`, type: rawSql("numeric"), rising: false },
  overdue: { value: sql`b.overdue`, type: rawSql("numeric"), rising: false },
  oldest: { value: sql`coalesce(b.oldest_due, ${NEVER})`, type: rawSql("date"), rising: true },
};
const SHOWN: Record<NonNullable<BalanceFilter["show"]>, Sql> = {
  owing: sql`b.balance > 0`,
  overdue: sql`b.overdue > 0`,
  over60: sql`b.days_90 + b.older > 0`,
  credit: sql`b.credit > 0`,
};

/** The balances of `day` that the filter asks for, with their practices (archived ones owe too: the caller includes the deleted). */
function wanted({ q, show }: BalanceFilter, day: string): Sql {
  return sql`FROM balances_on(${day}::date) b JOIN practices p ON p.id = b.practice_id
    WHERE ${show ? SHOWN[show] : sql`true`} ${q ? sql`AND p.id IN (SELECT search_practices(${q}, 2000))` : emptySql}`;
}

/**
 * A page of at most 50 accounts with anything open on `day` (the lab's, `YYYY-MM-DD`), by key. `newer` and `older` are the keys to ask with
 * `before` and `after` for the pages beside it.
 */
export async function listBalances(tx: Transaction, filter: BalanceFilter, day: string): Promise<BalancePage> {
  await tx.includeDeleted();
  const { value, type, rising } = ORDER[filter.sort];
  const key = filter.after ?? filter.before;
  const backwards = !filter.after && filter.before !== null;
  const up = rising !== backwards;
  const way = rawSql(up ? "ASC" : "DESC");
  const beyond = key
    ? sql`AND (${value}, p.id, b.currency) ${rawSql(up ? ">" : "<")} (${key.value}::${type}, ${key.practiceId}::uuid, ${key.currency}::text)`
    : emptySql;
  const found = await tx.rows<Balance & { sorted: string }>(sql`
    SELECT b.practice_id AS "practiceId", p.name AS practice, p.code, CASE WHEN p.deleted_at IS NULL THEN p.email END AS email, b.currency,
      b.not_due AS "notDue", b.days_30 AS days30, b.days_60 AS days60, b.days_90 AS days90, b.older, b.overdue, b.credit, b.balance,
      b.oldest_due AS "oldestDue", ${value}::text AS sorted,
      (SELECT max(s.created_at) FROM statements s WHERE s.practice_id = b.practice_id AND s.currency = b.currency) AS "lastStatementAt"
    ${wanted(filter, day)} ${beyond}
    ORDER BY ${value} ${way}, p.id ${way}, b.currency ${way} LIMIT ${BALANCE_PAGE + 1}`);
  const more = found.length > BALANCE_PAGE;
  const rows = found.slice(0, BALANCE_PAGE);
  if (backwards) rows.reverse();
  const keyAt = (row: (typeof rows)[number] | undefined) =>
    row ? { value: row.sorted, practiceId: row.practiceId, currency: row.currency } : null;
  return {
    balances: rows.map(({ sorted: _, ...balance }) => balance),
    newer: key && (backwards ? more : true) ? keyAt(rows[0]) : null,
    older: backwards || more ? keyAt(rows.at(-1)) : null,
  };
}

/** The total row: sums over all accounts of the filter, whatever page is shown, per currency. */
export async function sumBalances(tx: Transaction, filter: BalanceFilter, day: string): Promise<BalanceSums[]> {
  await tx.includeDeleted();
  return tx.rows<BalanceSums>(sql`
    SELECT b.currency, count(*)::int AS practices, sum(b.not_due) AS "notDue", sum(b.days_30) AS days30, sum(b.days_60) AS days60,
      sum(b.days_90) AS days90, sum(b.older) AS older, sum(b.overdue) AS overdue, sum(b.credit) AS credit, sum(b.balance) AS balance
    ${wanted(filter, day)} GROUP BY 1 ORDER BY 1`);
}
