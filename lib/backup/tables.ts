import type { ClientBase } from "pg";

/** A table as it is copied: its own columns (not those that the database computes), in the order of its key. */
export type CopiedTable = { name: string; columns: string[]; key: string[] };

/** Nothing anybody would miss: who was seen last, what was counted against a limit, and the notes about backups, which follow their folder. */
const LEFT_OUT = ["_prisma_migrations", "worker_heartbeats", "rate_limits", "backup_runs"];

/**
 * The tables of a backup, parents before children, so that rows can be put in one table after the other.
 * @param client a connection of the owner.
 */
export async function copiedTables(client: ClientBase): Promise<CopiedTable[]> {
  const { rows: tables } = await client.query<CopiedTable>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by a.attnum) as columns,
       array(select a.attname::text from pg_index i, unnest(i.indkey::int2[]) with ordinality k(n, place) join pg_attribute a on a.attnum = k.n
         where i.indrelid = c.oid and a.attrelid = c.oid and i.indisprimary order by k.place) as key
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1)
     order by 1`,
    [LEFT_OUT],
  );
  const { rows: references } = await client.query<{ child: string; parent: string }>(
    `select distinct child.relname as child, parent.relname as parent from pg_constraint k
     join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and child.oid <> parent.oid`,
  );
  const placed: CopiedTable[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ name }) => !references.some(({ child, parent }) => child === name && waiting.has(parent)),
    );
    if (ready.length === 0)
      throw new Error(`Tables that refer to each other in a ring: ${[...waiting.keys()].join(", ")}`);
    for (const table of ready) {
      placed.push(table);
      waiting.delete(table.name);
    }
  }
  return placed;
}

/** The rows of a table in the order of its key, as PostgreSQL writes them to a copy. */
export const copyOut = (client: ClientBase, { name, columns, key }: CopiedTable): string => {
  const list = (names: string[]) => names.map((one) => client.escapeIdentifier(one)).join(", ");
  return `copy (select ${list(columns)} from ${client.escapeIdentifier(name)} order by ${list(key.length > 0 ? key : columns)}) to stdout`;
};

/** So that the same rows are always the same text, whoever copies them where. */
export const PLAIN_TEXT =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex'";
