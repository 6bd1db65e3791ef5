import type { Mesh } from "./mesh-collector";

/** The box around a mesh, millimetres: least x, y, z and most x, y, z. */
export type Box = [number, number, number, number, number, number];

/** The box around all corners of a mesh's triangles. */
export function boxOf({ positions, index }: Pick<Mesh, "positions" | "index">): Box {
  const box: Box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (const corner of index) {
    for (let axis = 0; axis < 3; axis++) {
      const value = positions[corner * 3 + axis] as number;
      if (value < (box[axis] as number)) box[axis] = value;
      if (value > (box[axis + 3] as number)) box[axis + 3] = value;
    }
  }
  return box;
}

/** A direction for each point: the mean of those of its triangles, by their area; zero where there is none. */
export function normalsOf({ positions, index }: Pick<Mesh, "positions" | "index">): Float32Array {
  const normals = new Float32Array(positions.length);
  const p = (at: number) => positions[at] as number;
  for (let i = 0; i < index.length; i += 3) {
    const [a, b, c] = [(index[i] as number) * 3, (index[i + 1] as number) * 3, (index[i + 2] as number) * 3];
    const [ux, uy, uz] = [p(b) - p(a), p(b + 1) - p(a + 1), p(b + 2) - p(a + 2)];
    const [vx, vy, vz] = [p(c) - p(a), p(c + 1) - p(a + 1), p(c + 2) - p(a + 2)];
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const at of [a, b, c]) {
      normals[at] = (normals[at] as number) + nx;
      normals[at + 1] = (normals[at + 1] as number) + ny;
      normals[at + 2] = (normals[at + 2] as number) + nz;
    }
  }
  for (let at = 0; at < normals.length; at += 3) {
    const length = Math.hypot(normals[at] as number, normals[at + 1] as number, normals[at + 2] as number) || 1;
    for (let axis = 0; axis < 3; axis++) normals[at + axis] = (normals[at + axis] as number) / length;
  }
  return normals;
}
