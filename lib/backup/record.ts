import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { type Client, connect } from "../db/owner";
import type { Manifest } from "./manifest";

export type Occasion = "night" | "asked" | "command";

/**
 * Takes note of a backup while it is made, in the database it is made of: that it began, that it is good, or that it failed. A database
 * from before there were such notes is left alone.
 * @param url the owner's connection string.
 */
export async function recorded<T extends { directory: string; manifest: Manifest }>(
  url: string,
  occasion: Occasion,
  make: () => Promise<T>,
): Promise<T> {
  const id = await noted(url, (client) =>
    client
      .query("insert into backup_runs (occasion) values ($1) returning id", [occasion])
      .then(({ rows }) => rows[0].id),
  );
  try {
    const made = await make();
    const { directory, manifest } = made;
    await noted(url, (client) =>
      client.query(
        `update backup_runs set status = 'good', finished_at = now(), verified_at = now(), folder = $2, taken_at = $3, table_count = $4, row_count = $5, file_count = $6, size_bytes = $7
         where id = $1`,
        [id, path.basename(directory), manifest.takenAt, ...sumsOf(manifest), sizeOf(directory)],
      ),
    );
    return made;
  } catch (error) {
    await noted(url, (client) =>
      client.query("update backup_runs set status = 'failed', finished_at = now(), error = $2 where id = $1", [
        id,
        (error as Error).message.split("\n")[0]?.slice(0, 300),
      ]),
    ).catch(() => {}); // what went wrong with the backup matters more than the note of it
    throw error;
  }
}

/**
 * Brings the notes in line with the folder: what is no longer there was let go of, what is there without a note (after a restore) gets one,
 * and what began and never ended failed with its process.
 */
export async function reconcile(
  url: string,
  there: readonly { directory: string; manifest: Manifest }[],
): Promise<void> {
  await noted(url, async (client) => {
    const folders = there.map(({ directory }) => path.basename(directory));
    await client.query("update backup_runs set status = 'rotated_out' where status = 'good' and folder <> all ($1)", [
      folders,
    ]);
    await client.query(
      "update backup_runs set status = 'failed', finished_at = now(), error = 'Its process ended before it was done.' where status = 'running' and started_at < now() - interval '1 day'",
    );
    for (const { directory, manifest } of there)
      await client.query(
        `insert into backup_runs (occasion, status, folder, started_at, finished_at, taken_at, table_count, row_count, file_count, size_bytes)
         select 'command', 'good', $1, $2, $2, $2, $3, $4, $5, $6 where not exists (select from backup_runs where folder = $1)`,
        [path.basename(directory), manifest.takenAt, ...sumsOf(manifest), sizeOf(directory)],
      );
  });
}

async function noted<T>(url: string, write: (client: Client) => Promise<T>): Promise<T | undefined> {
  const client = await connect(url, { application_name: "casepan backup" });
  try {
    const { rows } = await client.query("select to_regclass('backup_runs') is not null as there");
    if (!rows[0]?.there) return undefined;
    const written = await write(client);
    await client.query(
      `insert into outbox (lab_id, topic, payload)
       select id, 'live', jsonb_build_object('labId', id, 'topic', 'backups', 'practiceId', null) from labs where deleted_at is null`,
    );
    return written;
  } finally {
    await client.end();
  }
}

/** How many tables, rows and files. */
const sumsOf = ({ tables, files }: Manifest): [number, number, number] => [
  Object.keys(tables).length,
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0),
  Object.keys(files).length,
];

const sizeOf = (directory: string): number =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
