import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { MeshFault, type MeshFormat, type MeshSink } from "../mesh/mesh";
import { readMesh } from "../mesh/read-mesh";
import { MeshPicture, type Pixels } from "./mesh-picture";

/**
 * A picture of the mesh at `path`, `width` × `height` pixels, read as a stream. Refuses (MeshFault) what is damaged, and what is
 * not drawn within `withinMs`: few triangles that each cover everything take as long as very many.
 */
export async function drawMesh(
  path: string,
  format: MeshFormat,
  width: number,
  height: number,
  withinMs = 60_000,
): Promise<Pixels> {
  const { size } = await stat(path);
  const until = Date.now() + withinMs;
  const picture = new MeshPicture(width, height);
  const reading = (sink: MeshSink) => readMesh(format, inTime(path, until), size, sink);
  await reading(picture.measure);
  await reading(picture.draw);
  return picture.done();
}

async function* inTime(path: string, until: number): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) {
    if (Date.now() > until) throw new MeshFault("This scan takes too long to draw.");
    yield chunk as Uint8Array;
  }
}
