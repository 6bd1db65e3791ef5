import sqlTag, { empty, join, raw, type Sql } from "sql-template-tag";

/**
 * Builds a parameterised statement: every `${value}` becomes a bind parameter, every `${sql`…`}` is spliced in.
 * `joinSql` puts fragments side by side, `emptySql` is nothing; `rawSql` is for constants of the code, never for input.
 */
export const sql = sqlTag;
export { empty as emptySql, join as joinSql, raw as rawSql, type Sql };
