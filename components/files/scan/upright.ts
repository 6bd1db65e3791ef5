import type { LoadedMesh } from "./loaded-mesh";

/**
 * Whether a mesh seems to have been written with y upwards, and not z: an arch is wide and deep, but low. In doubt it is z, as
 * intra-oral scanners write.
 */
export function seemsYUp({ box }: Pick<LoadedMesh, "box">): boolean {
  return box[4] - box[1] < 0.7 * (box[5] - box[2]);
}

/** The same mesh with its y turned upwards (`true`), or back (`false`). Changes its arrays in place. */
export function turned(mesh: LoadedMesh, up: boolean): LoadedMesh {
  for (const places of [mesh.positions, mesh.normals]) {
    for (let at = 0; at < places.length; at += 3) {
      const y = places[at + 1] as number;
      const z = places[at + 2] as number;
      places[at + 1] = up ? -z : z;
      places[at + 2] = up ? y : -y;
    }
  }
  const [x0, y0, z0, x1, y1, z1] = mesh.box;
  mesh.box = up ? [x0, -z1, y0, x1, -z0, y1] : [x0, z0, -y1, x1, z1, -y0];
  return mesh;
}
