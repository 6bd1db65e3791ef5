import type { Client } from "../owner";
import { reference, type Shape, type Table } from "./shape";

type ColumnRow = { table: string; name: string; type: string; nullable: boolean; has_default: boolean };
type IndexRow = { table: string; columns: string[]; is_primary: boolean; is_unique: boolean };
type ReferenceRow = { table: string; columns: string[]; target: string; referenced: string[]; on_delete: string };

/** Prisma knows nothing of partitions; the history of migrations is no part of the schema. */
const tables = `select c.oid, c.relname from pg_class c where c.relnamespace = 'public'::regnamespace
  and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> '_prisma_migrations'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

const columns = `with t as (${tables})
  select t.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
         a.atthasdef as has_default
  from t join pg_attribute a on a.attrelid = t.oid where a.attnum > 0 and not a.attisdropped order by 1, a.attnum`;

/** Partial indexes and those over expressions cannot be said in the schema files. */
const indexes = `with t as (${tables})
  select t.relname as table, i.indisprimary as is_primary, i.indisunique as is_unique,
         array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality k (num, place)
               join pg_attribute a on a.attrelid = t.oid and a.attnum = k.num where place <= i.indnkeyatts order by place) as columns
  from t join pg_index i on i.indrelid = t.oid where i.indpred is null and i.indexprs is null`;

const references = `with t as (${tables})
  select t.relname as table, f.relname as target,
         array(select a.attname::text from unnest(c.conkey) with ordinality k (num, place)
               join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by place) as columns,
         array(select a.attname::text from unnest(c.confkey) with ordinality k (num, place)
               join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num order by place) as referenced,
         case c.confdeltype when 'c' then 'cascade' when 'n' then 'set null' when 'd' then 'set default'
           when 'r' then 'restrict' else 'no action' end as on_delete
  from t join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' and c.conparentid = 0
  join pg_class f on f.oid = c.confrelid`;

/** The shape of the database as it stands. */
export async function liveShape(client: Client): Promise<Shape> {
  const shape: Shape = new Map();
  const table = (name: string): Table => {
    const known = shape.get(name) ?? {
      columns: new Map(),
      primaryKey: "",
      uniques: new Set(),
      indexes: new Set(),
      references: new Set(),
    };
    shape.set(name, known);
    return known;
  };
  for (const row of (await client.query<ColumnRow>(columns)).rows) {
    table(row.table).columns.set(row.name, { type: row.type, nullable: row.nullable, hasDefault: row.has_default });
  }
  for (const row of (await client.query<IndexRow>(indexes)).rows) {
    const text = row.columns.join(", ");
    if (row.is_primary) table(row.table).primaryKey = text;
    else table(row.table)[row.is_unique ? "uniques" : "indexes"].add(text);
  }
  for (const row of (await client.query<ReferenceRow>(references)).rows) {
    table(row.table).references.add(reference(row.columns, row.target, row.referenced, row.on_delete));
  }
  return shape;
}
