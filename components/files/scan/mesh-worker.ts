import { MeshFault } from "@/lib/files/mesh/mesh";
import { MeshCollector } from "@/lib/files/mesh/mesh-collector";
import { readMesh } from "@/lib/files/mesh/read-mesh";
import { boxOf, normalsOf } from "@/lib/files/mesh/surface";
import type { MeshReply, MeshRequest } from "./loaded-mesh";

/** Beyond this a tablet's graphics memory ends before its patience. */
const MOST_TRIANGLES = 6_000_000;
const TELL_EVERY_MS = 100;

/** Fetches and reads one mesh beside the page, so that the page stays responsive; one request a worker. */
self.onmessage = async ({ data }: MessageEvent<MeshRequest>) => {
  try {
    const response = await fetch(data.url, { credentials: "same-origin" });
    if (!response.ok || !response.body) {
      const gone = response.status === 404 || response.status === 401;
      throw new MeshFault(gone ? "This file is not there any more." : "The file could not be fetched. Try again.");
    }
    const collector = new MeshCollector(MOST_TRIANGLES);
    const dropped = await readMesh(data.format, telling(response.body, data.size), data.size, collector);
    const mesh = collector.done();
    const loaded = { ...mesh, normals: normalsOf(mesh), box: boxOf(mesh), dropped };
    const moved = [mesh.positions, mesh.index, loaded.normals, ...(mesh.colours ? [mesh.colours] : [])];
    reply(
      { kind: "ready", mesh: loaded },
      moved.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (error) {
    reply({ kind: "failed", problem: wordsFor(error) });
  }
};

const reply = (message: MeshReply, moved: Transferable[] = []) => self.postMessage(message, { transfer: moved });

async function* telling(body: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let come = 0;
  let told = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    come += value.length;
    if (performance.now() - told > TELL_EVERY_MS) {
      told = performance.now();
      reply({ kind: "progress", share: Math.min(1, come / size) });
    }
    yield value;
  }
}

function wordsFor(error: unknown): string {
  if (error instanceof MeshFault) return error.message;
  if (error instanceof RangeError) return "This scan is too large for the memory of this device.";
  return "The connection broke off. Try again.";
}
