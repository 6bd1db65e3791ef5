import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Passes bytes on and counts them: how many, how many lines, and their sha-256 in hex. */
export class Counting extends Transform {
  bytes = 0;
  lines = 0;
  private readonly hash = createHash("sha256");

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) this.lines += 1;
    done(null, chunk);
  }

  /** Once, when everything went through. */
  sha256(): string {
    return this.hash.digest("hex");
  }
}

/** The length and sha-256 of a file. */
export async function digestOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const counting = new Counting();
  counting.resume();
  await pipeline(createReadStream(file), counting);
  return { bytes: counting.bytes, sha256: counting.sha256() };
}
