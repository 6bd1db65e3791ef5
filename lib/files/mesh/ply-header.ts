import type { ByteSource } from "./byte-source";
import { eachLine } from "./lines";
import { notAMesh } from "./mesh";

export type PlyType = "int8" | "uint8" | "int16" | "uint16" | "int32" | "uint32" | "float32" | "float64";
/** `count` is the type of a list's length; null for a single value. */
export type PlyProperty = { name: string; type: PlyType; count: PlyType | null };
export type PlyElement = { name: string; rows: number; properties: PlyProperty[] };
export type PlyHeader = { encoding: "text" | "little" | "big"; elements: PlyElement[] };

const TYPES: Record<string, PlyType> = {
  char: "int8",
  int8: "int8",
  uchar: "uint8",
  uint8: "uint8",
  short: "int16",
  int16: "int16",
  ushort: "uint16",
  uint16: "uint16",
  int: "int32",
  int32: "int32",
  uint: "uint32",
  uint32: "uint32",
  float: "float32",
  float32: "float32",
  double: "float64",
  float64: "float64",
};
const ENCODINGS: Record<string, PlyHeader["encoding"]> = {
  ascii: "text",
  binary_little_endian: "little",
  binary_big_endian: "big",
};
const MOST_LINES = 2000;

/** Reads a PLY's header and stops behind it. Refuses (MeshFault) what is no PLY. */
export async function plyHeader(source: ByteSource): Promise<PlyHeader> {
  const elements: PlyElement[] = [];
  let encoding: PlyHeader["encoding"] | undefined;
  let lines = 0;
  let ended = false;
  const type = (word = ""): PlyType => {
    const known = Object.hasOwn(TYPES, word) ? TYPES[word] : undefined;
    if (!known) throw notAMesh("ply");
    return known;
  };
  await eachLine(source, (line) => {
    const [word, ...rest] = line.trim().split(/\s+/);
    lines++;
    if ((lines === 1) !== (word === "ply") || lines > MOST_LINES) throw notAMesh("ply");
    if (word === "format") encoding = ENCODINGS[rest[0] ?? ""];
    else if (word === "element") {
      const rows = Number(rest[1]);
      if (!Number.isSafeInteger(rows) || rows < 0) throw notAMesh("ply");
      elements.push({ name: rest[0] ?? "", rows, properties: [] });
    } else if (word === "property") {
      const list = rest[0] === "list";
      const property = {
        name: rest.at(-1) ?? "",
        type: type(list ? rest[2] : rest[0]),
        count: list ? type(rest[1]) : null,
      };
      if (!elements.at(-1)) throw notAMesh("ply");
      elements.at(-1)?.properties.push(property);
    }
    ended = word === "end_header";
    return ended;
  });
  if (!ended || !encoding) throw notAMesh("ply");
  return { encoding, elements };
}
