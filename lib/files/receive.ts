import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { Refusal } from "@/lib/access/errors";
import { contentOf } from "./content";
import type { Format } from "./formats";
import { filesDirectory, mostBytes } from "./limits";
import { recognise } from "./recognise";

export type Received = { path: string; size: number; sha256: string; format: Format };

const tooLarge = () => {
  const message = `This file is larger than ${Math.floor(mostBytes() / 1024 / 1024)} MB.`;
  return new Refusal("too_large", message, "too_large", { file: [message] });
};

/** Refuses at once what says itself that it is too large. `declared` is the Content-Length header. */
export function refuseDeclaredSize(declared: string | null): void {
  if (declared && Number(declared) > mostBytes()) throw tooLarge();
}

/**
 * Takes in a file as it streams: counted, hashed and written to a place of its own, never whole in memory, then recognised.
 * `use` gets the file and may move it away; whatever happens, nothing of it stays in that place.
 * Refuses with `too_large` beyond the cap, `file_refused` for what it is, and `upload_broken` when the sender goes away.
 */
export async function receive<T>(
  name: string,
  body: ReadableStream<Uint8Array> | null,
  use: (received: Received) => Promise<T>,
): Promise<T> {
  const arriving = path.join(filesDirectory(), "arriving");
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  const place = path.join(arriving, randomUUID());
  try {
    const { size, sha256 } = await write(body, place);
    const handle = await open(place, "r");
    const format = await recognise(name, contentOf(handle, size)).finally(() => handle.close());
    return await use({ path: place, size, sha256, format });
  } finally {
    await rm(place, { force: true });
  }
}

async function write(
  body: ReadableStream<Uint8Array> | null,
  place: string,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  const cap = mostBytes();
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size > cap) return done(tooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  // Opened first: a stream that opens for itself may still do so after it was given up, and leave an empty file.
  const handle = await open(place, "wx", 0o600);
  try {
    await pipeline(body ? Readable.fromWeb(body) : Readable.from([]), counted, handle.createWriteStream());
  } catch (error) {
    const { syscall } = error as NodeJS.ErrnoException;
    if (error instanceof Refusal || syscall === "write") throw error;
    throw new Refusal("invalid", "The upload broke off. Please try again.", "upload_broken");
  }
  return { size, sha256: hash.digest("hex") };
}
