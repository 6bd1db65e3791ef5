import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { migrationNames } from "./migration-names";
import { Obstacle } from "./obstacle";
import { type Client, connect } from "./owner";

type Migration = { name: string; sql: string; checksum: string };
type Record = { migration_name: string; checksum: string; finished_at: Date | null };

const lockKey = 72_707_369; // Prisma's own key: its `migrate deploy` and this wait for each other.

/** Prisma's own table, column for column, so that `prisma migrate deploy` elsewhere goes on from the same history. */
const historyTable = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * Applies the migrations that the database has not had yet, in order, each in one transaction. Any number of processes
 * may do so at once: each migration is applied by one of them.
 * @param url connection string of the role that owns the schema.
 * @param options.directory holds `<timestamp>_<name>/migration.sql`.
 * @param options.upTo the name of the last one to apply; without it all are.
 * @returns the names of those applied now.
 * @throws Obstacle when one fails (the database stays as before it), when an applied one was changed since, when the
 *   database has one that this version of Casepan does not know, or when it cannot be reached.
 */
export async function migrate(
  url: string,
  { directory = "prisma/migrations", upTo }: { directory?: string; upTo?: string } = {},
): Promise<string[]> {
  const migrations = readMigrations(directory).filter(({ name }) => !upTo || name <= upTo);
  const client = await connect(url, { application_name: "casepan migrations" });
  try {
    const recorded = await inTransaction(client, async () => {
      await client.query(historyTable);
      return history(client);
    });
    compare(migrations, recorded);
    const applied: string[] = [];
    for (const migration of migrations) {
      if (recorded.some((row) => row.migration_name === migration.name)) continue;
      if (await apply(client, migration)) applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

function readMigrations(directory: string): Migration[] {
  return migrationNames(directory).map((name) => {
    const sql = readFileSync(path.join(directory, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  });
}

function compare(migrations: Migration[], recorded: Record[]): void {
  for (const row of recorded) {
    const file = migrations.find((migration) => migration.name === row.migration_name);
    if (!row.finished_at) {
      throw new Obstacle(
        `Migration ${row.migration_name} was begun by another tool and did not finish: resolve it with "prisma migrate resolve".`,
      );
    }
    if (!file) {
      throw new Obstacle(
        `The database has migration ${row.migration_name}, which this version of Casepan does not know: start the newer version.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new Obstacle(
        `Migration ${row.migration_name} was changed after it had been applied: put it back and add a new one.`,
      );
    }
  }
}

/** Answers false when another process applied it in the meantime. */
async function apply(client: Client, migration: Migration): Promise<boolean> {
  try {
    return await inTransaction(client, async () => {
      if ((await history(client)).some((row) => row.migration_name === migration.name)) return false;
      const startedAt = new Date();
      await client.query(migration.sql);
      await client.query(
        `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         values ($1, $2, $3, $4, clock_timestamp(), 1)`,
        [randomUUID(), migration.checksum, migration.name, startedAt],
      );
      return true;
    });
  } catch (error) {
    if (error instanceof Obstacle) throw error;
    throw new Obstacle(
      `Migration ${migration.name} failed${lineOf(error, migration.sql)}: ${(error as Error).message}.`,
    );
  }
}

async function history(client: Client): Promise<Record[]> {
  const { rows } = await client.query<Record>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null order by started_at",
  );
  return rows;
}

/** The lock lasts as long as the transaction, which also works through a pooler. */
async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [lockKey]);
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

function lineOf(error: unknown, sql: string): string {
  const position = Number((error as { position?: string }).position);
  return position ? ` at line ${sql.slice(0, position).split("\n").length}` : "";
}
