import { emptySql, joinSql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type Figures, summed } from "./dentist-figures";

export const PAGE_SIZE = 50;

export type DentistRow = Figures & {
  id: string;
  name: string;
  licenceNumber: string;
  verified: boolean;
  practices: string[];
};

/** What dentists can be sorted by, as numbers; rates sort those without any last. Names sort by themselves. */
const ORDERS = {
  name: rawSql("NULL::float8"),
  cases: rawSql("coalesce(sum(v.cases), 0)::float8"),
  units: rawSql("coalesce(sum(v.units), 0)::float8"),
  remakes: rawSql("sum(v.remade_units)::float8 / nullif(sum(v.made_units), 0)"),
  onTime: rawSql("sum(v.on_time)::float8 / nullif(sum(v.cases), 0)"),
  days: rawSql("(sum(v.days) / nullif(sum(v.timed_cases), 0))::float8"),
  held: rawSql("sum(v.held_cases)::float8 / nullif(sum(v.cases), 0)"),
  rating: rawSql("sum(v.rating_points)::float8 / nullif(sum(v.ratings), 0)"),
  revenue: rawSql("coalesce(sum(v.revenue), 0)::float8"),
};
export type DentistOrder = keyof typeof ORDERS;
export const isOrder = (key: string): key is DentistOrder => Object.hasOwn(ORDERS, key);

/** Where a page goes on: the number sorted by (null where there is none), the name and the id of a row. */
export type DentistKey = { value: number | null; name: string; id: string };

type Asked = {
  since: string;
  q: string;
  order: DentistOrder;
  descending: boolean;
  after: DentistKey | null;
  before: DentistKey | null;
};
export type DentistPage = { rows: DentistRow[]; newer: DentistKey | null; older: DentistKey | null };

/**
 * A page of at most 50 of the lab's dentists with their sums since a month, by key. `newer` and `older` are the keys to ask with
 * `before` and `after` for the pages beside it.
 */
export async function listDentists(tx: Transaction, asked: Asked): Promise<DentistPage> {
  const { since, q, order, descending, after, before } = asked;
  const key = after ?? before;
  const backwards = !after && before !== null;
  const falling = descending !== backwards;
  const namesFall = order === "name" ? falling : backwards;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const way = (fall: boolean) => rawSql(fall ? "DESC" : "ASC");
  const found = await tx.rows<DentistRow & { value: number | null }>(sql`
    SELECT f.*, ARRAY(SELECT p.name FROM practice_dentists pd JOIN practices p ON p.id = pd.practice_id
        WHERE pd.dentist_id = f.id AND coalesce(pd.ended_on >= current_date, true) ORDER BY p.name LIMIT 4) AS practices
    FROM (
      SELECT d.id, d.full_name AS name, d.licence_number AS "licenceNumber", d.verified_at IS NOT NULL AS verified, ${summed},
        ${ORDERS[order]} AS value
      FROM dentist_profiles d
      LEFT JOIN (SELECT * FROM lab_dentist_performance() WHERE month >= ${since}::date) v ON v.dentist_id = d.id
      ${q ? sql`WHERE d.full_name ILIKE ${like}::text OR d.licence_number ILIKE ${like}::text` : emptySql}
      GROUP BY d.id, d.full_name, d.licence_number, d.verified_at) f
    ${key ? sql`WHERE ${beyond(key, { falling, namesFall, backwards })}` : emptySql}
    ORDER BY f.value ${way(falling)} ${rawSql(backwards ? "NULLS FIRST" : "NULLS LAST")}, f.name ${way(namesFall)}, f.id ${way(namesFall)}
    LIMIT ${PAGE_SIZE + 1}`);
  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const keyAt = (row: (typeof shown)[number] | undefined) => row && { value: row.value, name: row.name, id: row.id };
  return {
    rows: shown.map(({ value: _value, ...row }) => row),
    newer: (key && (backwards ? more : true) && keyAt(shown[0])) || null,
    older: ((backwards || more) && keyAt(shown.at(-1))) || null,
  };
}

type Ways = { falling: boolean; namesFall: boolean; backwards: boolean };

/** What comes after a key in the order that is read; who has no number comes last, backwards first. */
function beyond({ value, name, id }: DentistKey, { falling, namesFall, backwards }: Ways): Sql {
  const named = sql`(f.name, f.id) ${rawSql(namesFall ? "<" : ">")} (${name}::text, ${id}::uuid)`;
  const passed = [
    value === null
      ? sql`(f.value IS NULL AND ${named})`
      : sql`(f.value = ${value}::float8 AND ${named}) OR f.value ${rawSql(falling ? "<" : ">")} ${value}::float8`,
  ];
  if (value === null && backwards) passed.push(sql`f.value IS NOT NULL`);
  if (value !== null && !backwards) passed.push(sql`f.value IS NULL`);
  return joinSql(passed, " OR ");
}
