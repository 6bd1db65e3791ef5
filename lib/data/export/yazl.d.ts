/** The part of yazl 3 that writes an archive entry by entry; the package brings no types. */
declare module "yazl" {
  import type { EventEmitter } from "node:events";
  import type { Readable } from "node:stream";

  export class ZipFile extends EventEmitter {
    readonly outputStream: Readable;
    addReadStream(stream: Readable, path: string, options?: { compress?: boolean; mtime?: Date }): void;
    addBuffer(buffer: Buffer, path: string, options?: { mtime?: Date }): void;
    end(): void;
  }
}
