import sharp from "sharp";
import type { Pixels } from "./mesh-picture";

export const PREVIEW_WIDTH = 480;
export const PREVIEW_HEIGHT = 360;

/** Pictures that decode row by row cost little memory at any size we take in; the others are decoded whole (4 bytes a pixel). */
const MOST_PIXELS = 120_000_000;
const MOST_PIXELS_AT_ONCE = 16_000_000;

sharp.cache(false);
sharp.concurrency(1);

/** Why a picture has no preview. */
export class PictureFault extends Error {
  override name = "PictureFault";
}

const webp = { quality: 78, effort: 3 };

/**
 * A small WebP of the JPEG, PNG or WebP at `path`, upright, within 480 × 360 and without what the camera wrote into it. Refuses
 * (PictureFault) what is damaged, of another format or too large to decode.
 */
export async function shrinkPicture(path: string, format: string): Promise<Buffer> {
  try {
    const picture = sharp(path, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true, pages: 1 });
    const said = await picture.metadata();
    const whole = said.format === "webp" || said.isProgressive === true;
    if (said.format !== format) throw new PictureFault("not what it was");
    if (said.width * said.height > (whole ? MOST_PIXELS_AT_ONCE : MOST_PIXELS)) throw new PictureFault("too large");
    return await picture
      .autoOrient()
      .resize(PREVIEW_WIDTH, PREVIEW_HEIGHT, { fit: "inside", withoutEnlargement: true })
      .timeout({ seconds: 30 })
      .webp(webp)
      .toBuffer();
  } catch (error) {
    throw error instanceof PictureFault ? error : new PictureFault((error as Error).message);
  }
}

/** A small WebP of drawn pixels; what was not drawn on stays clear. */
export function shrinkPixels({ width, height, data }: Pixels): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .resize(PREVIEW_WIDTH, PREVIEW_HEIGHT, { fit: "inside" })
    .webp(webp)
    .toBuffer();
}
