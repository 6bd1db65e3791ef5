import type { Mesh } from "@/lib/files/mesh/mesh-collector";
import type { Box } from "@/lib/files/mesh/surface";

/** A mesh ready to be drawn. Lengths are millimetres. */
export type LoadedMesh = Mesh & {
  normals: Float32Array;
  box: Box;
  /** How many of its triangles were left out as damaged. */
  dropped: number;
};

/** What the worker that loads meshes is asked, and what it tells. `share` is how much of the file came, 0 to 1. */
export type MeshRequest = { url: string; format: "stl" | "ply" | "obj"; size: number };
export type MeshReply =
  | { kind: "progress"; share: number }
  | { kind: "ready"; mesh: LoadedMesh }
  | { kind: "failed"; problem: string };
