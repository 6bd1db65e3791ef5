import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Obstacle } from "../db/obstacle";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const kept = z.strictObject({ rows: z.int().min(0), sha256: digest, columns: z.array(z.string()).min(1) });

/** A path that stays below the folder it is joined to, whoever wrote it. */
const below = z
  .string()
  .refine(
    (name) => name !== "" && !/[\\\0:]/.test(name) && name.split("/").every((part) => !["", ".", ".."].includes(part)),
  );

/**
 * What a backup says of itself (`manifest.json`). A table's digest is that of its rows in PostgreSQL's text format in the order of its
 * key, a file's that of its bytes.
 */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  casepan: z.string(),
  takenAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: digest })).min(1),
  /** The months of the audit log, `YYYY_MM`. */
  auditMonths: z.array(z.string().regex(/^\d{4}_\d{2}$/)),
  tables: z.record(z.string().regex(/^[a-z_]+$/), kept),
  /** Work that waited: what a restored installation still has to do. */
  jobs: z.strictObject({ rows: z.int().min(0), sha256: digest }),
  /** By path below the folder of files. */
  files: z.record(below, z.strictObject({ bytes: z.int().min(0), sha256: digest })),
});
export type Manifest = z.output<typeof manifestSchema>;

export const MANIFEST = "manifest.json";
/** Where the rows of a table are, within the backup. */
export const tableFile = (table: string) => path.join("tables", `${table}.copy.gz`);
export const JOBS = "jobs.jsonl.gz";
export const FILES = "files";

/**
 * Reads what a backup says of itself.
 * @throws Obstacle when the folder holds no whole backup, or one of a later format.
 */
export function readManifest(directory: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path.join(directory, MANIFEST), "utf8");
  } catch {
    throw new Obstacle(`${directory} holds no backup: there is no ${MANIFEST} in it.`);
  }
  const manifest = manifestSchema.safeParse(parsed(text));
  if (manifest.success) return manifest.data;
  throw new Obstacle(
    `${path.join(directory, MANIFEST)} cannot be read: it is damaged, or of a later version of Casepan.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
