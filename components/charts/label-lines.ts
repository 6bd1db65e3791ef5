const CHARACTER_WIDTH = 6;
const LINE_HEIGHT = 12;
/** As many as tell most names apart and reach no further left than the first bar's place and the axis. */
const SLANTED_CHARACTERS = 13;
const SLANTED_HEIGHT = 76;
/** From so many bars on they may be narrow enough to have slanted labels. */
const SLANTED_BARS = 6;

/** Width in px from which a label stands level below its bar; narrower ones slant. */
const LEVEL_WIDTH = 52;
const MOST_LINES = 3;

/** How a label below a bar is written: its lines, and whether it slants. `room`: px between the middles of two bars. */
export function labelLines(label: string, room: number): { lines: string[]; slanted: boolean } {
  const fits = Math.max(1, Math.floor((room - 4) / CHARACTER_WIDTH));
  if (room < LEVEL_WIDTH) return { lines: [shortened(label, SLANTED_CHARACTERS)], slanted: true };
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, MOST_LINES);
  if (lines.length > MOST_LINES) kept[MOST_LINES - 1] = `${kept[MOST_LINES - 1]} …`;
  return { lines: kept.map((line) => shortened(line, fits)), slanted: false };
}

/** Height in px of the axis with these labels; short ones need a line only, whatever the width. */
export function labelsHeight(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  if (labels.length >= SLANTED_BARS && longest > 8) return SLANTED_HEIGHT;
  return longest * CHARACTER_WIDTH <= LEVEL_WIDTH && labels.length <= 4 ? 30 : 12 + MOST_LINES * LINE_HEIGHT;
}

const shortened = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
