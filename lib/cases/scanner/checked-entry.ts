import { type Readable, Transform } from "node:stream";
import { crc32 } from "node:zlib";
import type { Entry } from "yauzl";
import { refuseExport } from "./refusals";

const damaged = () => refuseExport("damaged_archive", "A file in this archive is damaged. Please export it again.");

/** An entry's bytes while they are unpacked: counted against what the directory declares, and summed; it fails with a refusal. */
export function checked(source: Readable, entry: Entry): Readable {
  let size = 0;
  let sum = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size > entry.uncompressedSize) return done(damaged());
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(size === entry.uncompressedSize && sum === entry.crc32 >>> 0 ? null : damaged());
    },
  });
  source.on("error", () => counted.destroy(damaged()));
  counted.on("close", () => source.destroy());
  return source.pipe(counted);
}
