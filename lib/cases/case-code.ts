import bwipjs from "bwip-js/node";

/** A DataMatrix (ISO/IEC 16022) of a short text such as a case number: the SVG path of its dark modules, `size` modules wide and high. */
export function caseCode(number: string): { size: number; path: string } {
  const [symbol] = bwipjs.raw("datamatrix", number);
  if (!symbol || !("pixs" in symbol)) throw new Error(`No DataMatrix for ${number}`);
  const { pixs, pixx: size } = symbol;
  const path = pixs.flatMap((dark, i) => (dark ? [`M${i % size} ${Math.floor(i / size)}h1v1h-1z`] : [])).join("");
  return { size, path };
}
