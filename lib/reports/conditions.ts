import { emptySql, joinSql, type Sql, sql } from "@/lib/db/sql";
import type { Ask } from "./result";

/** The first day asked for and the first day after: of one month (`YYYY-MM`) or of the whole period. */
const bounds = ({ period }: Ask, month: string | null | undefined): { from: string; last: string } =>
  month ? { from: `${month}-01`, last: `${month}-01` } : { from: period.from, last: period.to };

/** A time that lies in the months asked for, which are those of the lab's zone. */
export function timeIn(column: Sql, ask: Ask, month?: string | null): Sql {
  const { from, last } = bounds(ask, month);
  return sql`${column} >= ${from}::date::timestamp AT TIME ZONE ${ask.timeZone}::text
    AND ${column} < (${last}::date + interval '1 month')::timestamp AT TIME ZONE ${ask.timeZone}::text`;
}

/** A day that lies in the months asked for. */
export function dayIn(column: Sql, ask: Ask, month?: string | null): Sql {
  const { from, last } = bounds(ask, month);
  return sql`${column} >= ${from}::date AND ${column} < ${last}::date + interval '1 month'`;
}

/** The lab's day of a time. */
export const dayOf = (column: Sql, { timeZone }: Ask): Sql => sql`(${column} AT TIME ZONE ${timeZone}::text)::date`;

/** A condition where there is something to compare with, and else none. */
export const equals = (column: Sql, value: string | null | undefined): Sql | null =>
  value ? sql`${column} = ${value}` : null;
export const equalsId = (column: Sql, value: string | null | undefined): Sql | null =>
  value ? sql`${column} = ${value}::uuid` : null;

/** All of these conditions, those that are none left out. */
export function all(conditions: readonly (Sql | null)[]): Sql {
  const given = conditions.filter((one): one is Sql => one !== null && one !== emptySql);
  return given.length > 0 ? joinSql(given, " AND ") : sql`true`;
}

/** "no_procedure_type" and its like as words for a row of a list. */
export const spaced = (column: Sql): Sql => sql`replace(${column}::text, '_', ' ')`;

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** The key of a row where it is an id, and null otherwise: an address may carry anything. */
export const idOf = (key: string | undefined): string | null => (key && UUID.test(key) ? key : null);
