import { invalid } from "@/lib/access/errors";

const LONGEST = 160;

/**
 * The name a file is kept under: the last part of what was sent, without control characters, marks of direction or anything a
 * file system or a header takes amiss; at most 160 characters with its extension kept. It is only ever shown, never a path.
 * Refuses one of which nothing is left.
 */
export function fileName(sent: string): string {
  const last = sent.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\.+/, "");
  if (!clean) throw invalid("name", "The file needs a name.");
  if (clean.length <= LONGEST) return clean;
  const dot = clean.lastIndexOf(".");
  const extension = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : "";
  return clean.slice(0, LONGEST - extension.length) + extension;
}
