import path from "node:path";
import { Font } from "@react-pdf/renderer";

const SCRIPTS = ["latin", "latin-ext", "greek", "cyrillic"];
const folder = path.join(process.cwd(), "lib/billing/pdf/fonts");

/** Inter, script by script: a letter is taken from the first file that has it. The files lie beside this one, nothing is fetched. */
export const FONT_FAMILIES = SCRIPTS.map((script) => `Inter ${script}`);

for (const [i, script] of SCRIPTS.entries()) {
  Font.register({
    family: FONT_FAMILIES[i] as string,
    fonts: ([400, 600] as const).map((fontWeight) => ({
      src: path.join(folder, `inter-${script}-${fontWeight}-normal.woff`),
      fontWeight,
    })),
  });
}
// A word that does not fit goes to the next line whole: numbers and codes must not be hyphenated.
Font.registerHyphenationCallback((word) => [word]);
