import type { LoadedMesh, MeshReply, MeshRequest } from "./loaded-mesh";

export type MeshLoading = { done: Promise<LoadedMesh>; stop: () => void };

/** Loads a kept mesh in a worker of its own. `done` fails with words for people; `stop` ends it, and then `done` never settles. */
export function loadMesh(
  fileId: string,
  format: MeshRequest["format"],
  size: number,
  onShare: (share: number) => void,
): MeshLoading {
  const worker = new Worker(new URL("./mesh-worker.ts", import.meta.url), { type: "module" });
  const done = new Promise<LoadedMesh>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<MeshReply>) => {
      if (data.kind === "progress") return onShare(data.share);
      worker.terminate();
      if (data.kind === "ready") resolve(data.mesh);
      else reject(new Error(data.problem));
    };
    worker.onerror = () => {
      worker.terminate();
      reject(new Error("This scan could not be read on this device."));
    };
  });
  worker.postMessage({ url: `${location.origin}/api/files/${fileId}`, format, size } satisfies MeshRequest);
  return { done, stop: () => worker.terminate() };
}
