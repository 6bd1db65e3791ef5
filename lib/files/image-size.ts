import type { Content } from "./content";

export type ImageSize = { width: number; height: number };

/** Width and height from a PNG's first chunk; null when it has none. */
export async function pngSize(content: Content): Promise<ImageSize | null> {
  const head = await content.read(0, 33);
  if (head.length < 33 || head.toString("latin1", 12, 16) !== "IHDR") return null;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Width and height from a JPEG's frame header, stepping over the segments before it; null when there is none. */
export async function jpegSize(content: Content): Promise<ImageSize | null> {
  let at = 2;
  for (let segment = 0; segment < 200; segment++) {
    const head = await content.read(at, 9);
    if (head.length < 9 || head[0] !== 0xff) return null;
    const marker = head.readUInt8(1);
    if (FRAMES.has(marker)) return { height: head.readUInt16BE(5), width: head.readUInt16BE(7) };
    if (marker === 0xff) at += 1;
    else at += 2 + head.readUInt16BE(2);
  }
  return null;
}

/** Width and height from a WebP's first chunk, of any of its three kinds; null for none. */
export async function webpSize(content: Content): Promise<ImageSize | null> {
  const head = await content.read(0, 30);
  if (head.length < 30) return null;
  switch (head.toString("latin1", 12, 16)) {
    case "VP8X":
      return { width: 1 + head.readUIntLE(24, 3), height: 1 + head.readUIntLE(27, 3) };
    case "VP8 ":
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      const bits = head.readUInt32LE(21);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
    }
    default:
      return null;
  }
}
