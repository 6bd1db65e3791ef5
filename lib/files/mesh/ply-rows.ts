import type { ByteSource } from "./byte-source";
import { eachLine } from "./lines";
import { cutOff, MeshFault } from "./mesh";
import type { PlyElement, PlyHeader, PlyType } from "./ply-header";

const SIZE: Record<PlyType, number> = {
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  float64: 8,
};
const LONGEST_LIST = 1024;
const tooLong = () => new MeshFault("This scan is damaged: a face in it has more corners than any has.");

type Take = (values: readonly number[], list: readonly number[]) => void;

/**
 * Calls `take` with each row of an element: its single values, by place in the element, and the values of the list property
 * numbered `wanted`. The arrays are used again for the next row.
 */
export async function eachRow(
  source: ByteSource,
  encoding: PlyHeader["encoding"],
  element: PlyElement,
  take: Take,
  wanted = -1,
): Promise<void> {
  if (element.rows === 0) return;
  if (encoding === "text") await textRows(source, element, take, wanted);
  else await binaryRows(source, encoding === "little", element, take, wanted);
}

async function binaryRows(
  source: ByteSource,
  little: boolean,
  { rows, properties }: PlyElement,
  take: Take,
  wanted: number,
): Promise<void> {
  const values: number[] = [];
  const list: number[] = [];
  let least = properties.reduce((sum, { type, count }) => sum + SIZE[count ?? type], 0);
  const smallest = least;
  if (smallest === 0) return;
  for (let row = 0; row < rows; ) {
    if (source.available < least && !(await source.need(least))) throw cutOff();
    const { view } = source;
    let at = source.at;
    let complete = true;
    list.length = 0;
    for (let p = 0; p < properties.length; p++) {
      const { type, count } = properties[p] as PlyElement["properties"][number];
      if (!count) {
        if (at + SIZE[type] > view.byteLength) {
          complete = false;
          least = at + SIZE[type] - source.at;
          break;
        }
        values[p] = read(view, at, type, little);
        at += SIZE[type];
        continue;
      }
      if (at + SIZE[count] > view.byteLength) {
        complete = false;
        least = at + SIZE[count] - source.at;
        break;
      }
      const length = read(view, at, count, little);
      if (!(length >= 0 && length <= LONGEST_LIST)) throw tooLong();
      at += SIZE[count];
      if (at + length * SIZE[type] > view.byteLength) {
        complete = false;
        least = at + length * SIZE[type] - source.at;
        break;
      }
      if (p === wanted) for (let i = 0; i < length; i++) list.push(read(view, at + i * SIZE[type], type, little));
      at += length * SIZE[type];
    }
    if (!complete) continue;
    take(values, list);
    source.at = at;
    least = smallest;
    row++;
  }
}

async function textRows(
  source: ByteSource,
  { rows, properties }: PlyElement,
  take: Take,
  wanted: number,
): Promise<void> {
  let row = 0;
  await eachLine(source, (line) => {
    const words = line.trim();
    if (words === "") return false;
    const numbers = words.split(/\s+/).map(Number);
    const values: number[] = [];
    const list: number[] = [];
    let at = 0;
    for (const [p, { count }] of properties.entries()) {
      const length = count ? (numbers[at++] ?? 0) : 1;
      if (!(length >= 0 && length <= LONGEST_LIST)) throw tooLong();
      if (!count) values[p] = numbers[at] ?? Number.NaN;
      else if (p === wanted) list.push(...numbers.slice(at, at + length));
      at += length;
    }
    if (at > numbers.length) throw cutOff();
    take(values, list);
    row++;
    return row === rows;
  });
  if (row < rows) throw cutOff();
}

function read(view: DataView, at: number, type: PlyType, little: boolean): number {
  switch (type) {
    case "float32":
      return view.getFloat32(at, little);
    case "uint8":
      return view.getUint8(at);
    case "int32":
      return view.getInt32(at, little);
    case "uint32":
      return view.getUint32(at, little);
    case "float64":
      return view.getFloat64(at, little);
    case "int8":
      return view.getInt8(at);
    case "int16":
      return view.getInt16(at, little);
    case "uint16":
      return view.getUint16(at, little);
  }
}
