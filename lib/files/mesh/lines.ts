import type { ByteSource } from "./byte-source";
import { MeshFault } from "./mesh";

const LONGEST = 65_536;
const latin1 = new TextDecoder("latin1");

/** Calls `take` with each line, without its end, until it answers true or the bytes end. Refuses lines no writer makes. */
export async function eachLine(source: ByteSource, take: (line: string) => unknown): Promise<void> {
  for (;;) {
    const { bytes } = source;
    let end = bytes.indexOf(10, source.at);
    while (end !== -1) {
      const last = end > source.at && bytes[end - 1] === 13 ? end - 1 : end;
      if (last - source.at > LONGEST) throw new MeshFault("This scan is damaged: a line in it never ends.");
      const line = latin1.decode(bytes.subarray(source.at, last));
      source.at = end + 1;
      if (take(line) === true) return;
      end = bytes.indexOf(10, source.at);
    }
    if (source.available > LONGEST) throw new MeshFault("This scan is damaged: a line in it never ends.");
    if (!(await source.more())) break;
  }
  if (source.available > 0) {
    const line = latin1.decode(source.bytes.subarray(source.at)).replace(/\r$/, "");
    source.at = source.bytes.length;
    take(line);
  }
}
