import { corners, type WrittenMesh } from "../mesh/write-mesh";

export function textStlOf(mesh: WrittenMesh): Buffer {
  const all = corners(mesh).map((corner) => `   vertex ${corner.join(" ")}`);
  const facets: string[] = [];
  for (let i = 0; i < all.length; i += 3) {
    const lines = all.slice(i, i + 3).join("\n");
    facets.push(` facet normal 0 0 1\n  outer loop\n${lines}\n  endloop\n endfacet`);
  }
  return Buffer.from(`solid arch\n${facets.join("\n")}\nendsolid arch\n`);
}

export function objOf({ positions, index, colours }: WrittenMesh, newline = "\n"): Buffer {
  const lines = ["# made by a test"];
  for (let i = 0; i < positions.length; i += 3) {
    const colour = colours
      ? ` ${colours
          .slice(i, i + 3)
          .map((c) => c / 255)
          .join(" ")}`
      : "";
    lines.push(`v ${positions.slice(i, i + 3).join(" ")}${colour}`);
  }
  for (let i = 0; i < index.length; i += 3) {
    lines.push(
      `f ${index
        .slice(i, i + 3)
        .map((at, k) => `${at + 1}${["", "/1", "//2"][k]}`)
        .join(" ")}`,
    );
  }
  return Buffer.from(lines.join(newline) + newline);
}

/** A closed box of twelve triangles from the origin, its sides so many millimetres. */
export function boxMesh(x: number, y: number, z: number): WrittenMesh {
  const positions = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((n) => [n & 1 ? x : 0, n & 2 ? y : 0, n & 4 ? z : 0]);
  const quads = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ] as const;
  return { positions, index: quads.flatMap(([a, b, c, d]) => [a, b, c, a, c, d]) };
}
