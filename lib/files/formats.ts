import type { FileKind } from "./rows";

export type Format = "stl" | "ply" | "obj" | "dcm" | "zip" | "jpeg" | "png" | "webp" | "pdf";

/** What each format is kept and served as. Only `inline` ones may be shown by a browser; all others are downloads. */
export const FORMATS: Record<Format, { mediaType: string; kind: FileKind; inline: boolean; extensions: string[] }> = {
  stl: { mediaType: "model/stl", kind: "scan", inline: false, extensions: ["stl"] },
  ply: { mediaType: "model/ply", kind: "scan", inline: false, extensions: ["ply"] },
  obj: { mediaType: "model/obj", kind: "scan", inline: false, extensions: ["obj"] },
  dcm: { mediaType: "application/octet-stream", kind: "scan", inline: false, extensions: ["dcm"] },
  zip: { mediaType: "application/zip", kind: "scan", inline: false, extensions: ["zip"] },
  jpeg: { mediaType: "image/jpeg", kind: "photo", inline: true, extensions: ["jpg", "jpeg"] },
  png: { mediaType: "image/png", kind: "photo", inline: true, extensions: ["png"] },
  webp: { mediaType: "image/webp", kind: "photo", inline: true, extensions: ["webp"] },
  pdf: { mediaType: "application/pdf", kind: "document", inline: true, extensions: ["pdf"] },
};

/** For the file chooser: ".stl,.ply,…". */
export const ACCEPTED_EXTENSIONS = Object.values(FORMATS).flatMap((f) => f.extensions.map((e) => `.${e}`));
/** For people. */
export const ACCEPTED_WORDS = "STL, PLY, OBJ, DCM, ZIP, JPEG, PNG, WebP and PDF";

/** The format that a file's name claims, by its extension; null for any other. */
export function claimedFormat(name: string): Format | null {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const found = Object.entries(FORMATS).find(([, f]) => f.extensions.includes(extension));
  return found && name.includes(".") ? (found[0] as Format) : null;
}
