/** The part of yauzl 3 that reads an archive entry by entry; the package brings no types. */
declare module "yauzl" {
  import type { Readable } from "node:stream";

  export type Entry = {
    fileName: string;
    compressedSize: number;
    uncompressedSize: number;
    compressionMethod: number;
    externalFileAttributes: number;
    crc32: number;
    isEncrypted(): boolean;
  };
  export type ZipFile = {
    entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  };
  export function openPromise(
    path: string,
    options: { autoClose: boolean; strictFileNames: boolean; validateEntrySizes: boolean },
  ): Promise<ZipFile>;
}
