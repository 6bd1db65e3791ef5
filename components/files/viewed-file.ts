import type { FileRights } from "@/lib/files/rights";
import type { CaseFile, FileVersion } from "@/lib/files/rows";

/** A file of a case with what the reader may do with it. */
export type ViewedFile = CaseFile & { rights: FileRights };

/** The file and the version that an id names; null when it is not among them. */
export function findVersion<File extends CaseFile>(
  files: readonly File[],
  id: string | undefined,
): { file: File; version: FileVersion } | null {
  for (const file of files) {
    const version = file.versions.find((one) => one.id === id);
    if (version) return { file, version };
  }
  return null;
}
