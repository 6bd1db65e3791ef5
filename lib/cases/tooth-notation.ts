export type ToothNotation = "fdi" | "universal" | "palmer";

const PALMER_QUADRANT = ["UR", "UL", "LL", "LR"];

/**
 * A tooth (FDI, ISO 3950) as the reader writes it: FDI `14`; Universal 1–32, primary A–T; Palmer as quadrant and place (`UR4`,
 * primary `URD`). FDI 11 = Universal 8, 18 = 1, 21 = 9, 28 = 16, 38 = 17, 48 = 32.
 */
export function toothName(tooth: number, notation: ToothNotation): string {
  const quadrant = Math.floor(tooth / 10);
  const place = tooth % 10;
  if (notation === "fdi") return String(tooth);
  if (quadrant > 4) {
    if (notation === "palmer") return `${PALMER_QUADRANT[quadrant - 5]}${"ABCDE"[place - 1]}`;
    return "ABCDEFGHIJKLMNOPQRST"[[5 - place, 4 + place, 15 - place, 14 + place][quadrant - 5] ?? 0] ?? "";
  }
  if (notation === "palmer") return `${PALMER_QUADRANT[quadrant - 1]}${place}`;
  return String([9 - place, 8 + place, 25 - place, 24 + place][quadrant - 1]);
}

/** Where a tooth stands in its arch, from the patient's right to left; lower and primary arches apart from the upper ones. */
export function archPlace(tooth: number): number {
  const quadrant = Math.floor(tooth / 10);
  const place = tooth % 10;
  const right = quadrant === 1 || quadrant === 4 || quadrant === 5 || quadrant === 8;
  const arch = { 1: 0, 2: 0, 5: 1, 6: 1, 7: 2, 8: 2, 3: 3, 4: 3 }[quadrant] ?? 0;
  return arch * 100 + (right ? 20 - place : 20 + place - 1);
}

/** Teeth in the order of the arch, neighbours joined: [26, 24, 25, 11] → "11, 24–26". */
export function teethNames(teeth: readonly number[], notation: ToothNotation): string {
  const ordered = [...teeth].sort((a, b) => archPlace(a) - archPlace(b));
  const runs: number[][] = [];
  for (const tooth of ordered) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && archPlace(tooth) === archPlace(last) + 1) run.push(tooth);
    else runs.push([tooth]);
  }
  return runs
    .map((run) => {
      const [first, last] = [toothName(run[0] as number, notation), toothName(run.at(-1) as number, notation)];
      if (run.length === 1) return first;
      return run.length === 2 ? `${first}, ${last}` : `${first}–${last}`;
    })
    .join(", ");
}
