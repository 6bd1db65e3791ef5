import { inflateSync } from "node:zlib";

/** Glyph number (four hex digits) to letters, as a font of the PDF says it. */
type Letters = Map<string, string>;

const letters = (hex: string) =>
  (hex.match(/.{4}/g) ?? []).map((one) => String.fromCharCode(Number.parseInt(one, 16))).join("");

function lettersOf(map: string): Letters {
  const found: Letters = new Map();
  for (const [, block = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = "", text = ""] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
      found.set(glyph.toLowerCase(), letters(text));
  for (const [, block = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = "", list = ""] of block.matchAll(/<([0-9a-fA-F]+)>\s*<[0-9a-fA-F]+>\s*\[([^\]]*)\]/g))
      for (const [i, [, text = ""]] of [...list.matchAll(/<([0-9a-fA-F]+)>/g)].entries())
        found.set((Number.parseInt(first, 16) + i).toString(16).padStart(4, "0"), letters(text));
  return found;
}

/**
 * The text of a PDF with embedded fonts, a line for each piece set at once, read with every font it has: the right reading of a piece is among them,
 * next to nonsense. Enough to ask whether words stand in it.
 */
export function pdfText(pdf: Buffer): string {
  const streams: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
    if (pdf.subarray(at - 3, at).toString("latin1") === "end") continue;
    try {
      streams.push(inflateSync(pdf.subarray(at + 7, pdf.indexOf("endstream", at))).toString("latin1"));
    } catch {
      // not compressed, or a picture: no text in it
    }
  }
  const fonts = streams.filter((one) => one.includes("begincmap")).map(lettersOf);
  const pieces = streams
    .flatMap((one) => [...one.matchAll(/\[([^\]]*)\]\s*TJ/g)].map(([, piece = ""]) => piece))
    .map((piece) =>
      [...piece.matchAll(/<([0-9a-fA-F]+)>/g)]
        .map(([, hex]) => hex)
        .join("")
        .toLowerCase(),
    );
  return fonts
    .map((font) =>
      pieces.map((piece) => (piece.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? "").join("")).join("\n"),
    )
    .join("\n");
}
