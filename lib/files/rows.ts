import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type FileKind = "scan" | "photo" | "document";
/** `internal` is the lab's alone; `shared` is the practice's too. */
export type FileAudience = "internal" | "shared";
/** Whether there is a small picture at `/api/files/<id>/preview`: not yet, yes, or never. */
export type PreviewState = "waiting" | "made" | "none";

/** A file as lists show it; `sizeBytes` in bytes. Its content is at `/api/files/<id>`. */
export type FileRow = {
  id: string;
  name: string;
  kind: FileKind;
  mediaType: string;
  sizeBytes: number;
  createdAt: Date;
  audience: FileAudience;
  preview: PreviewState;
  /** Which version of its file this is, from 1. */
  revision: number;
};

/** One version of a file of a case. */
export type FileVersion = FileRow & {
  /** Null when the reader may not see the lab's people and none of their own added it. */
  addedBy: string | null;
  /** Whether the practice added it, and not the lab. */
  fromPractice: boolean;
  /** Whether the reader added it. */
  own: boolean;
};

/** A file of a case: its newest version, and all of them from the newest to the oldest. */
export type CaseFile = FileVersion & { versions: FileVersion[] };

export const fileColumns = sql`f.id, f.name, f.kind, f.media_type AS "mediaType", f.size_bytes AS "sizeBytes", f.created_at AS "createdAt",
  f.audience, f.preview, f.revision`;

/** The files of a draft, oldest first; at most 50. */
export async function filesOfDraft(tx: Transaction, draftId: string): Promise<FileRow[]> {
  return tx.rows<FileRow>(sql`
    SELECT ${fileColumns} FROM case_files f WHERE f.draft_id = ${draftId} AND f.deleted_at IS NULL ORDER BY f.created_at LIMIT 50`);
}

/** The files of a case that the actor of this transaction sees, oldest first, each with its versions. */
export async function filesOfCase(tx: Transaction, caseId: string): Promise<CaseFile[]> {
  return inSeries(
    await tx.rows<Line>(sql`
      SELECT ${fileColumns}, f.series, f.from_practice AS "fromPractice", f.uploaded_by_id = app_user_id() AS own,
        coalesce(p.name, u.name) AS "addedBy"
      FROM case_files f LEFT JOIN practice_people() p ON p.user_id = f.uploaded_by_id LEFT JOIN users u ON u.id = f.uploaded_by_id
      WHERE f.case_id = ${caseId} AND f.deleted_at IS NULL ORDER BY f.created_at, f.revision LIMIT 2000`),
  );
}

type Line = FileVersion & { series: string };

function inSeries(lines: readonly Line[]): CaseFile[] {
  const files = new Map<string, FileVersion[]>();
  for (const { series, ...version } of lines) {
    const known = files.get(series) ?? [];
    files.set(
      series,
      [...known, version].sort((a, b) => b.revision - a.revision),
    );
  }
  return [...files.values()].map((all) => ({ ...(all[0] as FileVersion), versions: all }));
}
