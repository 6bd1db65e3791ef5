import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Actor } from "@/lib/access/actor";
import { asActorAtOneMoment } from "@/lib/db/as-actor";
import { Counting } from "@/lib/files/digest";
import { storeNamed } from "@/lib/files/store";
import { exportedTables, NOT_EXPORTED } from "./catalogue";
import { type ExportManifest, filePath, MANIFEST, README, readmeOf, tablePath } from "./format";
import { type ExportedFile, filesOf, rowsOf } from "./read-rows";

export type Archive = { manifest: ExportManifest; bytes: number; sha256: string };
/** Told after each table and each file: how many parts are in the archive, of how many. */
export type Progress = (done: number, total: number) => Promise<void>;

/**
 * Writes everything the actor's lab owns into a ZIP archive at `path`: the rows of every table as one moment saw them, with those that
 * were put away, then the files. What is written streams: no table and no file is ever whole in memory.
 */
export async function writeArchive(actor: Actor, path: string, progress: Progress): Promise<Archive> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.once("error", reject));
  failed.catch(() => {}); // heard of below, where parts are waited for
  const whole = new Counting();
  const written = pipeline(zip.outputStream, whole, createWriteStream(path, { mode: 0o600 }));
  written.catch((error) => zip.emit("error", error));
  const manifest: ExportManifest = {
    format: 1,
    casepan: process.env.CASEPAN_VERSION ?? "unknown",
    lab: { id: actor.lab.id, name: actor.lab.name, slug: actor.lab.slug },
    takenAt: new Date().toISOString(),
    tables: {},
    files: {},
    missing: [],
    leftOut: NOT_EXPORTED,
  };
  const add = async (source: Readable, name: string, compress: boolean): Promise<Counting> => {
    const counting = new Counting();
    const through = pipeline(source, counting);
    zip.addReadStream(counting, name, { compress });
    await Promise.race([through, failed]);
    return counting;
  };
  const files = await asActorAtOneMoment(actor, async (tx) => {
    await tx.includeDeleted();
    const tables = await exportedTables(tx);
    const found: (ExportedFile & { table: string })[] = [];
    for (const table of tables.filter(({ hasFiles }) => hasFiles))
      for (const file of await filesOf(tx, table.name)) found.push({ ...file, table: table.name });
    for (const [i, table] of tables.entries()) {
      const counted = await add(Readable.from(rowsOf(tx, table)), tablePath(table.name), true);
      const { lines: rows, bytes } = counted;
      manifest.tables[table.name] = {
        path: tablePath(table.name),
        rows,
        bytes,
        sha256: counted.sha256(),
        columns: table.columns,
      };
      await progress(i + 1, tables.length + found.length);
    }
    return found;
  });
  const before = Object.keys(manifest.tables).length;
  for (const [i, { table, id, name, store, storeKey }] of files.entries()) {
    const path = filePath(table, id, name);
    const content = await storeNamed(store).open(storeKey);
    if (content) {
      const counted = await add(Readable.fromWeb(content as import("node:stream/web").ReadableStream), path, false);
      manifest.files[path] = { bytes: counted.bytes, sha256: counted.sha256(), table, id, name };
    } else manifest.missing.push(path);
    await progress(before + i + 1, before + files.length);
  }
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST);
  zip.addBuffer(Buffer.from(readmeOf(actor.lab.name, manifest.takenAt)), README);
  zip.end();
  await Promise.race([written, failed]);
  return { manifest, bytes: whole.bytes, sha256: whole.sha256() };
}
