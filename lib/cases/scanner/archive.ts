import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/access/errors";
import { mostBytes } from "@/lib/files/limits";
import { checked } from "./checked-entry";
import { refuseExport } from "./refusals";

export type ArchiveFile = { name: string; size: number; entry: Entry };
export type Archive = {
  /** Its files by the last part of their names; folders and what a desktop adds by itself are left out. */
  files: ArchiveFile[];
  /** A file's bytes as they are unpacked. Fails with a refusal as soon as there are more than declared, or other ones. */
  open: (file: ArchiveFile) => Promise<ReadableStream<Uint8Array>>;
};

const MOST_ENTRIES = 200;
/** Scans shrink two to four times; nothing a scanner makes shrinks a hundredfold. */
const MOST_RATIO = 100;
const SMALL = 1024 * 1024;
const CLUTTER = /^(__MACOSX\/|.*\/)?(\.DS_Store|Thumbs\.db|desktop\.ini)$|^__MACOSX\//i;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

/**
 * Opens a ZIP archive of `size` bytes at `path` for `work`, after its whole directory was checked. Refuses names that lead out of it,
 * links and other special files, encrypted ones, and what would unpack to far more than was sent: too many files, too large in all
 * (twice the largest file) or alone, shrunk more than a hundredfold, or lying over each other. Archives inside are files, never opened.
 */
export async function inArchive<T>(path: string, size: number, work: (archive: Archive) => Promise<T>): Promise<T> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true, validateEntrySizes: true }).catch(
    (error) => {
      throw ofYauzl(error);
    },
  );
  try {
    const files = await filesOf(zip, size);
    const open = async (file: ArchiveFile) => {
      const source = await zip.openReadStreamPromise(file.entry).catch((error) => {
        throw ofYauzl(error);
      });
      return Readable.toWeb(checked(source, file.entry)) as ReadableStream<Uint8Array>;
    };
    return await work({ files, open });
  } finally {
    zip.close();
  }
}

async function filesOf(zip: ZipFile, size: number): Promise<ArchiveFile[]> {
  if (zip.entryCount > MOST_ENTRIES) throw tooMany();
  const files: ArchiveFile[] = [];
  let [entries, unpacked, packed] = [0, 0, 0];
  try {
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      unpacked += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (entries > MOST_ENTRIES) throw tooMany();
      refuseSpecial(entry);
      if (entry.uncompressedSize > mostBytes() || unpacked > 2 * mostBytes())
        throw refuseExport("archive_too_large", "Unpacked, this archive is larger than can be taken in.");
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if ((entry.uncompressedSize > SMALL && ratio > MOST_RATIO) || packed > size)
        throw refuseExport("unsafe_archive", "This archive would unpack to far more than was sent. It was not opened.");
      const name = entry.fileName.split("/").at(-1) ?? "";
      if (name && !CLUTTER.test(entry.fileName)) files.push({ name, size: entry.uncompressedSize, entry });
    }
  } catch (error) {
    throw ofYauzl(error);
  }
  return files;
}

const tooMany = () =>
  refuseExport("unsafe_archive", `There are more than ${MOST_ENTRIES} files in this archive. An export has a few.`);

function refuseSpecial(entry: Entry): void {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  const folder = entry.fileName.endsWith("/");
  if (type !== 0 && type !== REGULAR && !folder)
    throw refuseExport("unsafe_archive", "There is a link or another special file in this archive. It was not opened.");
  if (entry.isEncrypted()) throw refuseExport("damaged_archive", "This archive is locked with a password.");
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw refuseExport("damaged_archive", "This archive is packed in a way that is not known here.");
}

function ofYauzl(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const said = error instanceof Error ? error.message : "";
  return /absolute path|relative path|invalid characters in fileName/i.test(said)
    ? refuseExport("unsafe_archive", "A file in this archive has a name that leads out of it. It was not opened.")
    : refuseExport("damaged_archive", "This archive is damaged or not whole. Please export it again.");
}
