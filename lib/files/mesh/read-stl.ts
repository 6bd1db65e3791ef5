import type { ByteSource } from "./byte-source";
import { eachLine } from "./lines";
import { cutOff, isPlace, type MeshSink, notAMesh } from "./mesh";

const HEAD = 84;
const TRIANGLE = 50;

/**
 * Reads an STL of `size` bytes, binary or text. Many binary ones begin with "solid" too, so the count decides first.
 * @returns how many triangles were left out because they lie nowhere. Refuses (MeshFault) what is cut off or no STL.
 */
export async function readStl(source: ByteSource, size: number, sink: MeshSink): Promise<number> {
  if (!(await source.need(HEAD))) return readText(source, sink);
  const count = source.view.getUint32(source.at + 80, true);
  if (size === HEAD + count * TRIANGLE) return readBinary(source, count, sink);
  const head = source.bytes.subarray(source.at, source.at + HEAD);
  if (head.includes(0)) throw count > 0 && size < HEAD + count * TRIANGLE ? cutOff() : notAMesh("stl");
  return readText(source, sink);
}

async function readBinary(source: ByteSource, count: number, sink: MeshSink): Promise<number> {
  source.at += HEAD;
  let left = count;
  let dropped = 0;
  while (left > 0) {
    if (!(await source.need(TRIANGLE))) throw cutOff();
    const ready = Math.min(left, Math.floor(source.available / TRIANGLE));
    const { view } = source;
    for (let i = 0, at = source.at + 12; i < ready; i++, at += TRIANGLE) {
      const [ax, ay, az] = [view.getFloat32(at, true), view.getFloat32(at + 4, true), view.getFloat32(at + 8, true)];
      const [bx, by, bz] = [
        view.getFloat32(at + 12, true),
        view.getFloat32(at + 16, true),
        view.getFloat32(at + 20, true),
      ];
      const [cx, cy, cz] = [
        view.getFloat32(at + 24, true),
        view.getFloat32(at + 28, true),
        view.getFloat32(at + 32, true),
      ];
      if (isPlace(ax, ay, az) && isPlace(bx, by, bz) && isPlace(cx, cy, cz))
        sink.triangle(ax, ay, az, bx, by, bz, cx, cy, cz);
      else dropped++;
    }
    source.at += ready * TRIANGLE;
    left -= ready;
  }
  return dropped;
}

async function readText(source: ByteSource, sink: MeshSink): Promise<number> {
  let begun = false;
  let ended = false;
  let dropped = 0;
  const corners: number[] = [];
  await eachLine(source, (line) => {
    const words = line.trim().split(/\s+/);
    const word = words[0]?.toLowerCase();
    if (!begun) {
      if (word === "") return;
      if (word !== "solid") throw notAMesh("stl");
      begun = true;
    } else if (word === "vertex") {
      corners.push(Number(words[1]), Number(words[2]), Number(words[3]));
    } else if (word === "endfacet" || word === "endloop") {
      if (corners.length !== 9) corners.length > 0 && dropped++;
      else {
        const [ax, ay, az, bx, by, bz, cx, cy, cz] = corners as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        if (isPlace(ax, ay, az) && isPlace(bx, by, bz) && isPlace(cx, cy, cz))
          sink.triangle(ax, ay, az, bx, by, bz, cx, cy, cz);
        else dropped++;
      }
      corners.length = 0;
    } else if (word === "endsolid") ended = true;
    if (corners.length > 9_000) throw cutOff();
  });
  if (!begun) throw notAMesh("stl");
  if (!ended) throw cutOff();
  return dropped;
}
