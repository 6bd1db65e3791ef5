import { BinaryBitmap, DataMatrixReader, HybridBinarizer, RGBLuminanceSource } from "@zxing/library";
import { expect, test } from "vitest";
import { caseCode } from "./case-code";

const SCALE = 8;
const QUIET = 4;

/** The code as a camera sees it: grey values, dark modules on white with a quiet zone around. */
function seen({ size, path }: { size: number; path: string }) {
  const side = (size + 2 * QUIET) * SCALE;
  const grey = new Uint8ClampedArray(side * side).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1/g))
    for (let dy = 0; dy < SCALE; dy++)
      for (let dx = 0; dx < SCALE; dx++)
        grey[((Number(y) + QUIET) * SCALE + dy) * side + (Number(x) + QUIET) * SCALE + dx] = 0;
  return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, side, side)));
}

test("a scanner reads the case number from the code", () => {
  expect(new DataMatrixReader().decode(seen(caseCode("C-2026-000123"))).getText()).toBe("C-2026-000123");
});
