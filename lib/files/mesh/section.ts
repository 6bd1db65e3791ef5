import type { Mesh } from "./mesh-collector";

/** Room for the lines of a cut: `ends` holds two points (six numbers) a line, `count` says how many lines are in it. */
export type Cut = { ends: Float32Array; count: number };

/**
 * Where a plane across an axis (0 = x, 1 = y, 2 = z) at `at` millimetres meets a mesh: a line for each triangle it goes through.
 * Writes into `into` when that has room, or into a larger one, and answers it.
 */
export function cutAcross(
  { positions, index }: Pick<Mesh, "positions" | "index">,
  axis: 0 | 1 | 2,
  at: number,
  into: Cut,
): Cut {
  let { ends } = into;
  let count = 0;
  for (let i = 0; i < index.length; i += 3) {
    const a = (index[i] as number) * 3;
    const b = (index[i + 1] as number) * 3;
    const c = (index[i + 2] as number) * 3;
    const da = (positions[a + axis] as number) - at;
    const db = (positions[b + axis] as number) - at;
    const dc = (positions[c + axis] as number) - at;
    const [above, beyond, behind] = [da >= 0, db >= 0, dc >= 0];
    if (above === beyond && beyond === behind) continue;
    if ((count + 1) * 6 > ends.length) {
      const larger = new Float32Array(Math.max(6 * 4096, ends.length * 2));
      larger.set(ends);
      ends = larger;
    }
    let to = count * 6;
    if (above !== beyond) to = meet(positions, a, b, da, db, ends, to);
    if (beyond !== behind) to = meet(positions, b, c, db, dc, ends, to);
    if (behind !== above) meet(positions, c, a, dc, da, ends, to);
    count++;
  }
  return { ends, count };
}

function meet(
  positions: Float32Array,
  a: number,
  b: number,
  da: number,
  db: number,
  ends: Float32Array,
  to: number,
): number {
  const share = da / (da - db);
  for (let axis = 0; axis < 3; axis++) {
    const from = positions[a + axis] as number;
    ends[to + axis] = from + ((positions[b + axis] as number) - from) * share;
  }
  return to + 3;
}
