const MAX_BYTES = 1_800_000;

export type DecodedFile = { text: string; encoding: "UTF-8" | "UTF-16" | "Latin-1" } | { fault: string };

/**
 * The text of a CSV file's bytes. UTF-8 with or without a byte order mark, UTF-16 with one, and else Latin-1 (as Windows writes
 * it) are read; what is plainly another kind of file is refused in words, as is more than 1.8 MB.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length === 0) return { fault: "This file is empty." };
  if (bytes.length > MAX_BYTES) return { fault: "This file is larger than 1.8 MB. Split it into several files." };
  const starts = (...head: number[]) => head.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0))
    return { fault: "This is a spreadsheet workbook. Save it as CSV (comma separated) and choose that file." };
  if (starts(0x25, 0x50, 0x44, 0x46)) return { fault: "This is a PDF. Choose a CSV file." };
  if (starts(0xff, 0xfe)) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" };
  if (starts(0xfe, 0xff)) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "UTF-16" };
  if (bytes.includes(0)) return { fault: "This is not a text file. Choose a CSV file." };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Latin-1" };
  }
}
