import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** Jobs of one name: how many wait, run, and have failed for good or are to be tried again. */
export type QueueRow = {
  task: string;
  waiting: number;
  running: number;
  retrying: number;
  failed: number;
  oldest: Date | null;
};
export type FailedJob = {
  id: string;
  task: string;
  /** The lab's own, or the installation's. */
  own: boolean;
  attempts: number;
  maxAttempts: number;
  createdAt: Date;
  error: string | null;
};

/** The queues by the name of their jobs: the lab's own and the installation's. */
export function queues(tx: Transaction): Promise<QueueRow[]> {
  return tx.rows<QueueRow>(sql`
    SELECT task, count(*) FILTER (WHERE locked_at IS NULL AND attempts = 0)::int AS waiting, count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
      count(*) FILTER (WHERE locked_at IS NULL AND attempts > 0 AND attempts < max_attempts)::int AS retrying,
      count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS failed,
      min(run_at) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now()) AS oldest
    FROM operations_jobs() GROUP BY task ORDER BY failed DESC, retrying DESC, task`);
}

/** Jobs that failed for good, the newest first, at most 50. */
export function failedJobs(tx: Transaction): Promise<FailedJob[]> {
  return tx.rows<FailedJob>(sql`
    SELECT id::text AS id, task, own, attempts, max_attempts AS "maxAttempts", created_at AS "createdAt", error FROM operations_jobs()
    WHERE locked_at IS NULL AND attempts >= max_attempts ORDER BY operations_jobs.id DESC LIMIT 50`);
}

export type CronRun = { task: string; knownSince: Date; lastRun: Date | null };

/** What runs by the clock, with when it was last begun. */
export function cronRuns(tx: Transaction): Promise<CronRun[]> {
  return tx.rows<CronRun>(
    sql`SELECT task, known_since AS "knownSince", last_run AS "lastRun" FROM operations_crontab() ORDER BY task`,
  );
}

export type OutboxRow = {
  topic: string;
  due: number;
  later: number;
  failed: number;
  oldest: Date;
  error: string | null;
};

/** What was not handed over yet, by topic: due, for later, and failed before. */
export function outboxTopics(tx: Transaction): Promise<OutboxRow[]> {
  return tx.rows<OutboxRow>(sql`SELECT topic, due, later, failed, oldest, error FROM operations_outbox()`);
}

export type Server = {
  version: string;
  databaseBytes: number;
  startedAt: Date;
  connections: { name: string; state: string; count: number }[];
  maxConnections: number;
  migrations: string[];
  statementsKnown: boolean;
  workers: { id: string; seenAt: string }[];
};

/** The database server, its connections, the migrations applied and the workers alive. */
export async function readServer(tx: Transaction): Promise<Server> {
  return (await tx.row<Server>(sql`
    SELECT version, database_bytes AS "databaseBytes", started_at AS "startedAt", connections, max_connections AS "maxConnections", migrations,
      statements_known AS "statementsKnown", workers FROM operations_server()`)) as Server;
}

export type StatementRow = {
  statement: string;
  calls: number;
  totalMs: number;
  meanMs: number;
  longestMs: number;
  rows: number;
};

/** The statements that took longest in all, with their constants left out; none when the server does not count them. */
export function slowStatements(tx: Transaction): Promise<StatementRow[]> {
  return tx.rows<StatementRow>(sql`
    SELECT statement, calls, total_ms AS "totalMs", mean_ms AS "meanMs", longest_ms AS "longestMs", row_count AS rows FROM operations_statements()`);
}

export type TableRow = { name: string; rowEstimate: number; tableBytes: number; indexBytes: number };

/** The largest tables and views of the installation, at most 40; rows are the server's estimate. */
export function largestTables(tx: Transaction): Promise<TableRow[]> {
  return tx.rows<TableRow>(sql`
    SELECT name, row_estimate AS "rowEstimate", table_bytes AS "tableBytes", index_bytes AS "indexBytes" FROM operations_tables() LIMIT 40`);
}

export type ViewAge = { name: string; refreshedAt: Date; tookMs: number };

/** When each report view was last refreshed, and how long that took. */
export function viewAges(tx: Transaction): Promise<ViewAge[]> {
  return tx.rows<ViewAge>(sql`
    SELECT view_name AS name, refreshed_at AS "refreshedAt", took_ms AS "tookMs" FROM report_refreshes ORDER BY refreshed_at, view_name`);
}

export type BackupRow = {
  id: string;
  occasion: "night" | "asked" | "command";
  status: "running" | "good" | "failed" | "rotated_out";
  folder: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  takenAt: Date | null;
  tables: number | null;
  rows: number | null;
  files: number | null;
  sizeBytes: number | null;
  verifiedAt: Date | null;
  error: string | null;
};

/** The backups of the installation, the newest first, at most 50; those that were let go of only with `all`. */
export function listBackups(tx: Transaction, all = false): Promise<BackupRow[]> {
  return tx.rows<BackupRow>(sql`
    SELECT id, occasion, status, folder, started_at AS "startedAt", finished_at AS "finishedAt", taken_at AS "takenAt", table_count AS tables, row_count AS rows,
      file_count AS files, size_bytes AS "sizeBytes", verified_at AS "verifiedAt", error FROM operations_backups()
    WHERE ${all}::boolean OR status <> 'rotated_out' ORDER BY started_at DESC, id DESC LIMIT 50`);
}

/** Whether a backup is being made, or waits to be. */
export async function underWay(tx: Transaction): Promise<boolean> {
  const row = await tx.row<{ yes: boolean }>(sql`
    SELECT EXISTS (SELECT FROM operations_backups() WHERE status = 'running' AND started_at > now() - interval '1 day')
      OR EXISTS (SELECT FROM operations_jobs() WHERE task = 'back_up' AND attempts < max_attempts AND run_at <= now())
      OR EXISTS (SELECT FROM operations_outbox() WHERE topic = 'back_up') AS yes`);
  return row?.yes ?? false;
}
