import type { Content } from "./content";

/** What is wrong with a mesh file, or null when it is what it claims and whole. */
type Fault = string | null;

const HEAD = 65_536;

/**
 * Binary STL: 80 bytes, a count, 50 bytes per triangle, nothing more. Text STL: from "solid" to "endsolid". Many binary ones
 * begin with "solid" too, so the count decides first.
 */
export async function stlFault(content: Content): Promise<Fault> {
  const head = await content.read(0, HEAD);
  const triangles = head.length >= 84 ? head.readUInt32LE(80) : 0;
  if (triangles > 0 && content.size === 84 + triangles * 50) return null;
  const start = head.toString("latin1");
  const isText = /^\s*solid\b/.test(start) && !start.includes("\0");
  if (isText) {
    if (!/\bfacet\s+normal\b/.test(start)) return "This STL file has no surface in it.";
    const tail = (await content.read(Math.max(0, content.size - 1024), 1024)).toString("latin1");
    return /\bendsolid\b/.test(tail) ? null : "This STL file is cut off. Please export it again.";
  }
  if (head.length < 84) return "This is not an STL file.";
  const whole = 84 + triangles * 50;
  return triangles > 0 && triangles < 100_000_000 && content.size < whole && content.size > 84
    ? "This STL file is cut off. Please export it again."
    : "This is not an STL file, or it is damaged.";
}

const SIZES: Record<string, number> = {
  char: 1,
  int8: 1,
  uchar: 1,
  uint8: 1,
  short: 2,
  int16: 2,
  ushort: 2,
  uint16: 2,
  int: 4,
  int32: 4,
  uint: 4,
  uint32: 4,
  float: 4,
  float32: 4,
  double: 8,
  float64: 8,
};

/** PLY: its header names the elements; a binary body has at least their bytes (a list at least its count). */
export async function plyFault(content: Content): Promise<Fault> {
  const head = (await content.read(0, HEAD)).toString("latin1");
  const header = /^ply\r?\n[\s\S]*?\bend_header\r?\n/.exec(head)?.[0];
  const format = header && /^format (ascii|binary_little_endian|binary_big_endian) 1\.0/m.exec(header)?.[1];
  if (!header || !format) return "This is not a PLY file.";
  let least = header.length;
  let vertices = 0;
  let count = 0;
  for (const line of header.split(/\r?\n/)) {
    const [word, first, second] = line.trim().split(/\s+/);
    if (word === "element") {
      count = Number(second);
      if (!Number.isSafeInteger(count) || count < 0) return "This is not a PLY file.";
      if (first === "vertex") vertices = count;
    } else if (word === "property") {
      const type = first === "list" ? second : first;
      const bytes = SIZES[type ?? ""];
      if (!bytes) return "This is not a PLY file.";
      least += format === "ascii" ? count * 2 : count * bytes;
    }
  }
  if (vertices === 0) return "This PLY file has no points in it.";
  return content.size + 1 < least ? "This PLY file is cut off. Please export it again." : null;
}

const OBJ_LINE = /^\s*(#.*|(v|vn|vt|vp|f|l|p|o|g|s|mtllib|usemtl|usemap|cstype|deg|end)\b.*|)$/;

/** OBJ: plain text of its keywords, with points. */
export async function objFault(content: Content): Promise<Fault> {
  const head = (await content.read(0, HEAD)).toString("latin1");
  const lines = head.split(/\r?\n/);
  if (content.size > HEAD) lines.pop();
  const plain = !head.includes("\0") && lines.slice(0, 2000).every((line) => OBJ_LINE.test(line));
  return plain && lines.some((line) => /^\s*v\s+[-+.\d]/.test(line)) ? null : "This is not an OBJ file.";
}

/** DCM: a DICOM file, or a 3Shape scan in its HPS packaging. */
export async function dcmFault(content: Content): Promise<Fault> {
  const head = (await content.read(0, 2048)).toString("latin1");
  return head.slice(128, 132) === "DICM" || /^\uFEFF?(<\?xml[^>]*\?>)?\s*<HPS\b/.test(head.replace(/^ï»¿/, ""))
    ? null
    : "This is not a DCM file.";
}
