import { ByteSource } from "./byte-source";
import type { MeshFormat, MeshSink } from "./mesh";
import { readObj } from "./read-obj";
import { readPly } from "./read-ply";
import { readStl } from "./read-stl";

const MEDIA: Record<string, MeshFormat> = { "model/stl": "stl", "model/ply": "ply", "model/obj": "obj" };

/** The mesh format of a kept file by its media type; null for what is no mesh that can be shown (DCM and ZIP among them). */
export const meshFormat = (mediaType: string): MeshFormat | null =>
  Object.hasOwn(MEDIA, mediaType) ? (MEDIA[mediaType] as MeshFormat) : null;

/**
 * Reads a mesh of `size` bytes as they come, telling `sink` what is in it; of the file itself only a chunk is in memory. Counts in a
 * file are never believed before the bytes are there. Runs in the browser and in jobs.
 * @returns how many of its triangles were left out as damaged. Refuses (MeshFault) what is cut off or no such file.
 */
export async function readMesh(
  format: MeshFormat,
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  sink: MeshSink,
): Promise<number> {
  const source = new ByteSource(chunks);
  try {
    if (format === "stl") return await readStl(source, size, sink);
    return format === "ply" ? await readPly(source, sink) : await readObj(source, sink);
  } finally {
    await source.close();
  }
}
