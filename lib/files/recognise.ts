import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "@/lib/access/errors";
import type { Content } from "./content";
import { ACCEPTED_WORDS, claimedFormat, type Format } from "./formats";
import { type ImageSize, jpegSize, pngSize, webpSize } from "./image-size";
import { dcmFault, objFault, plyFault, stlFault } from "./meshes";

/** No camera makes larger ones; a header that claims more would take the memory of whoever opens it. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 20_000;

const refuse = (message: string) => new Refusal("invalid", message, "file_refused", { file: [message] });

/**
 * The format that both a file's name and its content say. Refuses (`file_refused`) any other format, content that does not
 * agree with the name, damaged or cut-off scans, and pictures of impossible size.
 */
export async function recognise(name: string, content: Content): Promise<Format> {
  const format = claimedFormat(name);
  if (!format) throw refuse(`This kind of file cannot be added. ${ACCEPTED_WORDS} can.`);
  if (content.size === 0) throw refuse("This file is empty.");
  const fault = await FAULTS[format](content);
  if (fault) throw refuse(fault);
  return format;
}

const FAULTS: Record<Format, (content: Content) => Promise<string | null>> = {
  stl: stlFault,
  ply: plyFault,
  obj: objFault,
  dcm: dcmFault,
  zip: (content) => mismatch(content, "application/zip", "a ZIP archive"),
  pdf: (content) => mismatch(content, "application/pdf", "a PDF"),
  jpeg: (content) => pictureFault(content, "image/jpeg", "a JPEG picture", jpegSize),
  png: (content) => pictureFault(content, "image/png", "a PNG picture", pngSize),
  webp: (content) => pictureFault(content, "image/webp", "a WebP picture", webpSize),
};

async function mismatch(content: Content, mediaType: string, words: string): Promise<string | null> {
  const found = await fileTypeFromBuffer(await content.read(0, 8192));
  return found?.mime === mediaType ? null : `This file is not what its name says: it is not ${words}.`;
}

async function pictureFault(
  content: Content,
  mediaType: string,
  words: string,
  sizeOf: (content: Content) => Promise<ImageSize | null>,
): Promise<string | null> {
  const wrong = await mismatch(content, mediaType, words);
  if (wrong) return wrong;
  const size = await sizeOf(content);
  if (!size || size.width === 0 || size.height === 0) return "This picture is damaged.";
  const tooLarge = size.width * size.height > MOST_PIXELS || Math.max(size.width, size.height) > LONGEST_SIDE;
  return tooLarge ? `This picture is too large (${size.width} × ${size.height} pixels).` : null;
}
