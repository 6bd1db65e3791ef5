/** A mesh to write: `positions` three numbers a point in millimetres, `index` three point numbers a triangle, `colours` 0–255. */
export type WrittenMesh = { positions: readonly number[]; index: readonly number[]; colours?: readonly number[] };

/** The three coordinates of every corner, triangle after triangle. */
export const corners = ({ positions, index }: WrittenMesh) =>
  index.map((at) => positions.slice(at * 3, at * 3 + 3) as [number, number, number]);

/** The mesh as a binary STL, little-endian, without normals; `header` at most 80 Latin characters. */
export function stlOf(mesh: WrittenMesh, header = "exported"): Buffer {
  const all = corners(mesh);
  const file = Buffer.alloc(84 + (all.length / 3) * 50);
  file.write(header, "latin1");
  file.writeUInt32LE(all.length / 3, 80);
  for (const [i, corner] of all.entries()) {
    const at = 84 + Math.floor(i / 3) * 50 + 12 + (i % 3) * 12;
    for (const [axis, value] of corner.entries()) file.writeFloatLE(value, at + axis * 4);
  }
  return file;
}

export type PlyEncoding = "ascii" | "binary_little_endian" | "binary_big_endian";

/** The mesh as a PLY with colours where it has some, and a property of faces that readers pass over. */
export function plyOf({ positions, index, colours }: WrittenMesh, encoding: PlyEncoding): Buffer {
  const points = positions.length / 3;
  const header = [
    "ply",
    `format ${encoding} 1.0`,
    "comment written by Casepan",
    `element vertex ${points}`,
    ...["x", "y", "z"].map((axis) => `property float ${axis}`),
    ...(colours ? ["red", "green", "blue"].map((name) => `property uchar ${name}`) : []),
    `element face ${index.length / 3}`,
    "property uchar flags",
    "property list uchar int vertex_indices",
    "end_header\n",
  ].join("\n");
  if (encoding === "ascii") {
    const rows: string[] = [];
    for (let i = 0; i < positions.length; i += 3) {
      rows.push([...positions.slice(i, i + 3), ...(colours?.slice(i, i + 3) ?? [])].join(" "));
    }
    for (let i = 0; i < index.length; i += 3) rows.push(`0 3 ${index.slice(i, i + 3).join(" ")}`);
    return Buffer.from(`${header}${rows.join("\n")}\n`);
  }
  const little = encoding === "binary_little_endian";
  const pointBytes = colours ? 15 : 12;
  const body = Buffer.alloc(points * pointBytes + (index.length / 3) * 14);
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  for (let i = 0; i < positions.length; i++) {
    const at = Math.floor(i / 3) * pointBytes;
    view.setFloat32(at + (i % 3) * 4, positions[i] as number, little);
    if (colours) view.setUint8(at + 12 + (i % 3), colours[i] as number);
  }
  for (let i = 0; i < index.length; i++) {
    const at = points * pointBytes + Math.floor(i / 3) * 14;
    view.setUint8(at + 1, 3);
    view.setInt32(at + 2 + (i % 3) * 4, index[i] as number, little);
  }
  return Buffer.concat([Buffer.from(header), body]);
}
