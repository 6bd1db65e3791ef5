import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { filesDirectory } from "./limits";
import type { FileStore } from "./store";

const KEY = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

function placeOf(key: string): string {
  if (!KEY.test(key)) throw new Error("Not a key of the local file store.");
  return path.join(filesDirectory(), "kept", key);
}

/** Files in folders per lab under FILES_DIR, each by a random name: what a person called it is never part of a path. */
export const localStore: FileStore = {
  async keep({ path: from, labId }) {
    const key = `${labId}/${randomUUID()}`;
    const place = placeOf(key);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    const handle = await open(from, "r+");
    await handle.sync().finally(() => handle.close());
    await rename(from, place);
    return key;
  },
  async open(key, stretch) {
    const handle = await open(placeOf(key), "r").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (!handle) return null;
    const stream = createReadStream("", { fd: handle, start: stretch?.from, end: stretch?.to });
    return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  },
  async lend(key, use) {
    const place = placeOf(key);
    return (await stat(place).catch(() => null)) ? use(place) : null;
  },
  async remove(key) {
    await rm(placeOf(key), { force: true });
  },
};
