import { type LetterKind, type LetterWords, PARTS, type Part } from "./kind";

const PLACE = /\{([^{}]*)\}/g;
const namesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name]) => name as string);

/**
 * What is wrong with a lab's words for a kind of letter, by part: a place that is unknown or not closed, a subject or body that says
 * nothing, a needed place that stands nowhere, and one that becomes paragraphs beside other words or outside the body.
 */
export function faultsOf(kind: LetterKind, words: LetterWords): Partial<Record<Part, string>> {
  const faults: Partial<Record<Part, string>> = {};
  const known = Object.keys(kind.places);
  for (const part of PARTS) {
    const text = words[part];
    const unknown = namesIn(text).filter((name) => !known.includes(name));
    const alone = namesIn(text).filter((name) => kind.places[name]?.alone);
    if (unknown.length > 0)
      faults[part] =
        `${unknown.map((name) => `{${name}}`).join(", ")} means nothing here. Use ${known.map((name) => `{${name}}`).join(", ")}.`;
    else if (/[{}]/.test(text.replace(PLACE, ""))) faults[part] = "A bracket is not closed.";
    else if (part !== "body" && alone.length > 0)
      faults[part] = `{${alone[0]}} becomes paragraphs: it belongs into the text.`;
  }
  for (const part of ["subject", "heading", "body"] as const) {
    if (words[part].trim() === "") faults[part] ??= "Write something.";
  }
  if (kind.leads && words.button.trim() === "") faults.button ??= "The letter leads on by its button: name it.";
  const everywhere = PARTS.flatMap((part) => namesIn(words[part]));
  const missing = known.filter((name) => kind.places[name]?.needed && !everywhere.includes(name));
  if (missing.length > 0) faults.body ??= `${missing.map((name) => `{${name}}`).join(", ")} must stand in the letter.`;
  for (const paragraph of paragraphsOf(words.body)) {
    const block = namesIn(paragraph).find((name) => kind.places[name]?.alone);
    if (block && paragraph !== `{${block}}`) faults.body ??= `{${block}} stands in a paragraph of its own.`;
  }
  return faults;
}

const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

/** A text with its places filled, in one pass: what a value says is never read as a place again. */
const filledLine = (text: string, values: Record<string, string>): string =>
  text.replaceAll(PLACE, (_whole, name: string) => values[name] ?? "");

export type FilledParagraph = { text: string } | { block: string };
export type FilledWords = Omit<LetterWords, "body"> & { body: FilledParagraph[] };

/**
 * The words with their places filled. In the text a line that names something empty is left out, and so is a paragraph without
 * lines; the lines of a paragraph run on. A paragraph that is one of `blocks` is answered by its name, one with line breaks as several.
 */
export function filled(
  words: LetterWords,
  values: Record<string, string>,
  blocks: readonly string[] = [],
): FilledWords {
  const body: FilledParagraph[] = paragraphsOf(words.body).flatMap((paragraph): FilledParagraph[] => {
    const alone = /^\{([^{}]*)\}$/.exec(paragraph)?.[1];
    if (alone !== undefined && blocks.includes(alone)) return [{ block: alone }];
    if (alone !== undefined)
      return (values[alone] ?? "")
        .split(/\n+/)
        .filter(Boolean)
        .map((text) => ({ text }));
    const lines = paragraph.split("\n").filter((line) => namesIn(line).every((name) => values[name]));
    return lines.length > 0 ? [{ text: filledLine(lines.join(" "), values) }] : [];
  });
  return {
    subject: filledLine(words.subject, values),
    heading: filledLine(words.heading, values),
    button: filledLine(words.button, values),
    footnote: filledLine(words.footnote, values),
    body,
  };
}
