import type { ToothNotation } from "@/lib/access/actor";

/**
 * Teeth in FDI (ISO 3950): quadrant then place counted from the middle. Permanent 11–18, 21–28, 31–38, 41–48, primary 51–55,
 * 61–65, 71–75, 81–85. Everything here is pure; a tooth is its FDI number.
 */

export type Dentition = "permanent" | "primary";
export type Jaw = "upper" | "lower";

const row = (right: number, left: number, count: number) => [
  ...Array.from({ length: count }, (_, i) => right * 10 + count - i),
  ...Array.from({ length: count }, (_, i) => left * 10 + i + 1),
];

/** Each arch from the patient's right to the left, as a person facing the patient sees it. */
export const ARCH_TEETH: Record<Dentition, Record<Jaw, readonly number[]>> = {
  permanent: { upper: row(1, 2, 8), lower: row(4, 3, 8) },
  primary: { upper: row(5, 6, 5), lower: row(8, 7, 5) },
};

const PERMANENT = [...ARCH_TEETH.permanent.upper, ...[...ARCH_TEETH.permanent.lower].reverse()];
const PRIMARY = [...ARCH_TEETH.primary.upper, ...[...ARCH_TEETH.primary.lower].reverse()];
const LETTERS = "ABCDEFGHIJKLMNOPQRST";

/** Whether a number names a tooth. */
export const isTooth = (tooth: number): boolean => PERMANENT.includes(tooth) || PRIMARY.includes(tooth);

/** The set a tooth belongs to; FDI counts primary teeth from 51. */
export const dentitionOf = (tooth: number): Dentition => (tooth < 50 ? "permanent" : "primary");
/** The jaw a tooth stands in: quadrants 1, 2, 5 and 6 are upper. */
export const jawOf = (tooth: number): Jaw => ([1, 2, 5, 6].includes(Math.trunc(tooth / 10)) ? "upper" : "lower");

const archOf = (tooth: number) => ARCH_TEETH[dentitionOf(tooth)][jawOf(tooth)];

/** Whether two teeth stand side by side in one arch; 11 and 21 do, across the midline. */
export function areAdjacent(a: number, b: number): boolean {
  const arch = archOf(a);
  return arch === archOf(b) && Math.abs(arch.indexOf(a) - arch.indexOf(b)) === 1;
}

/** Teeth in the order of their arch, upper before lower, permanent before primary. */
export function inArchOrder(teeth: readonly number[]): number[] {
  const place = (tooth: number) =>
    (dentitionOf(tooth) === "primary" ? 200 : 0) + (jawOf(tooth) === "lower" ? 100 : 0) + archOf(tooth).indexOf(tooth);
  return [...teeth].sort((a, b) => place(a) - place(b));
}

/** Runs of adjacent teeth, each in arch order: [13, 11, 21] is [[13], [11, 21]]. */
export function adjacentRuns(teeth: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const tooth of inArchOrder(teeth)) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before !== undefined && areAdjacent(before, tooth)) last.push(tooth);
    else runs.push([tooth]);
  }
  return runs;
}

/** Universal: 1–32 from 18 round to 48, A–T from 55 round to 85. */
function toUniversal(tooth: number): string {
  const permanent = PERMANENT.indexOf(tooth);
  return permanent >= 0 ? String(permanent + 1) : (LETTERS[PRIMARY.indexOf(tooth)] ?? String(tooth));
}

const CORNER: Record<number, (place: string) => string> = {
  1: (place) => `${place}┘`,
  2: (place) => `└${place}`,
  3: (place) => `┌${place}`,
  4: (place) => `${place}┐`,
};

/** Palmer: the place 1–8, or A–E for primary teeth, in the corner of its quadrant. */
function toPalmer(tooth: number): string {
  const place = tooth % 10;
  const quadrant = Math.trunc(tooth / 10);
  const primary = quadrant > 4;
  const corner = CORNER[primary ? quadrant - 4 : quadrant];
  return corner ? corner(primary ? (LETTERS[place - 1] ?? "") : String(place)) : String(tooth);
}

/** A tooth as a person of this notation writes it. */
export function toothLabel(tooth: number, notation: ToothNotation): string {
  if (notation === "universal") return toUniversal(tooth);
  return notation === "palmer" ? toPalmer(tooth) : String(tooth);
}

const LABELS = new Map<ToothNotation, Map<string, number>>();

/** The tooth that a label of this notation names, or null. Letters may be small. */
export function toothOf(label: string, notation: ToothNotation): number | null {
  let labels = LABELS.get(notation);
  if (!labels) {
    labels = new Map([...PERMANENT, ...PRIMARY].map((tooth) => [toothLabel(tooth, notation), tooth]));
    LABELS.set(notation, labels);
  }
  return labels.get(label.trim().toUpperCase()) ?? null;
}

/** Several teeth in words: runs as "24–26", others side by side: "11, 14, 24–26". */
export function teethLabel(teeth: readonly number[], notation: ToothNotation): string {
  return adjacentRuns(teeth)
    .flatMap((run) => {
      const labels = run.map((tooth) => toothLabel(tooth, notation));
      return labels.length > 2 ? [`${labels[0]}–${labels.at(-1)}`] : labels;
    })
    .join(", ");
}

const PLACES: Record<Dentition, readonly string[]> = {
  permanent: [
    "central incisor",
    "lateral incisor",
    "canine",
    "first premolar",
    "second premolar",
    "first molar",
    "second molar",
    "third molar",
  ],
  primary: ["central incisor", "lateral incisor", "canine", "first molar", "second molar"],
};

/** A tooth as one says it: "upper right first premolar", "lower left primary canine". */
export function toothName(tooth: number): string {
  const dentition = dentitionOf(tooth);
  const side = [1, 4, 5, 8].includes(Math.trunc(tooth / 10)) ? "right" : "left";
  const place = PLACES[dentition][(tooth % 10) - 1];
  return [jawOf(tooth), side, dentition === "primary" ? "primary" : "", place].filter(Boolean).join(" ");
}
