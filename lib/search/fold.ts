/** A letter without accents and case, as searching compares it: "É" is "e". One letter may become none or several. */
const foldLetter = (letter: string): string =>
  letter
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");

/** A text without accents and case. */
export const fold = (text: string): string => [...text].map(foldLetter).join("");

/** A folded text with, for each of its letters, the place in the text it came from, and the text's length at the end. */
function folded(text: string): { letters: string; from: number[] } {
  const from: number[] = [];
  let letters = "";
  let at = 0;
  for (const letter of text) {
    const plain = foldLetter(letter);
    letters += plain;
    for (let i = 0; i < plain.length; i += 1) from.push(at);
    at += letter.length;
  }
  return { letters, from: [...from, text.length] };
}

/** Where a text has one of the words, as `[start, end)` of the text, in order and not overlapping. */
export function matchesIn(text: string, words: readonly string[]): [start: number, end: number][] {
  const { letters, from } = folded(text);
  const found: [number, number][] = [];
  for (const word of words.map(fold).filter((word) => word !== "")) {
    for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1))
      found.push([from[at] as number, endOf(text, from[at + word.length - 1] as number)]);
  }
  found.sort(([a, b], [c, d]) => a - c || d - b);
  const apart: [number, number][] = [];
  for (const [start, end] of found) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/** The end of the letter at a place, with the accents that follow it. */
function endOf(text: string, at: number): number {
  const letter = /^[\s\S]\p{M}*/u.exec(text.slice(at))?.[0] ?? "";
  return at + Math.max(letter.length, 1);
}

export type Marked = { text: string; marked: boolean };

/** A text in pieces, those that fit the words marked. */
export function mark(text: string, words: readonly string[]): Marked[] {
  const pieces: Marked[] = [];
  let at = 0;
  for (const [start, end] of matchesIn(text, words)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

const AROUND = 60;
const LONGEST = 180;

/** The stretch of a text where the first word is found, in one line, with an ellipsis where something was left out. */
export function excerpt(body: string, words: readonly string[]): string {
  const text = body.replaceAll(/\s+/g, " ").trim();
  if (text.length <= LONGEST) return text;
  const first = matchesIn(text, words)[0]?.[0] ?? 0;
  const from = first <= AROUND ? 0 : text.indexOf(" ", first - AROUND) + 1 || first - AROUND;
  const cut = [...text.slice(from, from + LONGEST)].join("").trimEnd();
  return `${from > 0 ? "…" : ""}${cut}${from + LONGEST < text.length ? "…" : ""}`;
}
