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
export type BalancePage = {
  balances: Balance[];
  sums: BalanceSums[];
  newer: BalanceKey | null;
  older: BalanceKey | null;
};

/** A practice without anything open comes last when ordered by what has been due longest. */
const NEVER = sql`DATE '9999-01-01'`;
const ORDER: Record<BalanceSort, { value: Sql; type: Sql; rising: boolean }> = {
  name: { value: sql`b.practice`, type: rawSql("text"), rising: true },
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

/** The total row: sums over all accounts of the filter, whatever page is shown, per currency. */
const SUMS = sql`
  SELECT coalesce(jsonb_agg(jsonb_build_object('currency', s.currency, 'practices', s.practices, 'notDue', s.not_due::text, 'days30', s.days_30::text,
    'days60', s.days_60::text, 'days90', s.days_90::text, 'older', s.older::text, 'overdue', s.overdue::text, 'credit', s.credit::text,
    'balance', s.balance::text) ORDER BY s.currency), '[]') AS sums
  FROM (SELECT currency, count(*)::int AS practices, sum(not_due) AS not_due, sum(days_30) AS days_30, sum(days_60) AS days_60, sum(days_90) AS days_90,
    sum(older) AS older, sum(overdue) AS overdue, sum(credit) AS credit, sum(balance) AS balance FROM wanted GROUP BY 1) s`;

/**
 * A page of at most 50 accounts with anything open on `day` (the lab's, `YYYY-MM-DD`), by key, and the sums over all accounts of the filter:
 * what every account comes to is reckoned once for both. `newer` and `older` are the keys to ask with `before` and `after` for the pages
 * beside it. Archived practices owe too.
 */
export async function listBalances(tx: Transaction, filter: BalanceFilter, day: string): Promise<BalancePage> {
  await tx.includeDeleted();
  const { q, show } = filter;
  const { value, type, rising } = ORDER[filter.sort];
  const key = filter.after ?? filter.before;
  const backwards = !filter.after && filter.before !== null;
  const up = rising !== backwards;
  const way = rawSql(up ? "ASC" : "DESC");
  const beyond = key
    ? sql`WHERE (${value}, b.practice_id, b.currency) ${rawSql(up ? ">" : "<")} (${key.value}::${type}, ${key.practiceId}::uuid, ${key.currency}::text)`
    : emptySql;
  type Row = { sums: BalanceSums[]; sorted: string; place: number } & (Balance | { practiceId: null });
  const found = await tx.rows<Row>(sql`
    WITH wanted AS MATERIALIZED (
      SELECT b.*, p.name AS practice, p.code, CASE WHEN p.deleted_at IS NULL THEN p.email END AS email
      FROM balances_on(${day}::date) b JOIN practices p ON p.id = b.practice_id
      WHERE ${show ? SHOWN[show] : sql`true`} ${q ? sql`AND p.id IN (SELECT search_practices(${q}, 2000))` : emptySql})
    SELECT t.sums, l.* FROM (${SUMS}) t LEFT JOIN (
      SELECT b.practice_id AS "practiceId", b.practice, b.code, b.email, b.currency, b.not_due AS "notDue", b.days_30 AS days30, b.days_60 AS days60,
        b.days_90 AS days90, b.older, b.overdue, b.credit, b.balance, b.oldest_due AS "oldestDue", ${value}::text AS sorted,
        row_number() OVER (ORDER BY ${value} ${way}, b.practice_id ${way}, b.currency ${way}) AS place,
        (SELECT max(s.created_at) FROM statements s WHERE s.practice_id = b.practice_id AND s.currency = b.currency) AS "lastStatementAt"
      FROM wanted b ${beyond} ORDER BY place LIMIT ${BALANCE_PAGE + 1}) l ON true ORDER BY l.place`);
  const listed = found.filter((row): row is Extract<typeof row, Balance> => row.practiceId !== null);
  const more = listed.length > BALANCE_PAGE;
  const rows = listed.slice(0, BALANCE_PAGE);
  if (backwards) rows.reverse();
  const keyAt = (row: (typeof rows)[number] | undefined) =>
    row ? { value: row.sorted, practiceId: row.practiceId, currency: row.currency } : null;
  return {
    balances: rows.map(({ sums: _sums, sorted: _sorted, place: _place, ...balance }) => balance),
    sums: found[0]?.sums ?? [],
    newer: key && (backwards ? more : true) ? keyAt(rows[0]) : null,
    older: backwards || more ? keyAt(rows.at(-1)) : null,
  };
}
