import type { FileHandle } from "node:fs/promises";

/** A file's bytes by place, so that a large one is never whole in memory. */
export type Content = { size: number; read: (from: number, length: number) => Promise<Buffer> };

/** The bytes of an open file of `size` bytes; a read past the end answers what is there. */
export function contentOf(handle: FileHandle, size: number): Content {
  return {
    size,
    read: async (from, length) => {
      const wanted = Math.max(0, Math.min(length, size - from));
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, from);
      return buffer.subarray(0, bytesRead);
    },
  };
}
