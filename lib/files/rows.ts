import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type FileKind = "scan" | "photo" | "document";

/** A file as lists show it; `sizeBytes` in bytes. Its content is at `/api/files/<id>`. */
export type FileRow = {
  id: string;
  name: string;
  kind: FileKind;
  mediaType: string;
  sizeBytes: number;
  createdAt: Date;
};

/** The files of a draft, oldest first; at most 50. */
export async function filesOfDraft(tx: Transaction, draftId: string): Promise<FileRow[]> {
  return tx.rows<FileRow>(sql`
    SELECT id, name, kind, media_type AS "mediaType", size_bytes AS "sizeBytes", created_at AS "createdAt"
    FROM case_files WHERE draft_id = ${draftId} AND deleted_at IS NULL ORDER BY created_at LIMIT 50`);
}

/** The files of a case, oldest first; at most 50. */
export async function filesOfCase(tx: Transaction, caseId: string): Promise<FileRow[]> {
  return tx.rows<FileRow>(sql`
    SELECT id, name, kind, media_type AS "mediaType", size_bytes AS "sizeBytes", created_at AS "createdAt"
    FROM case_files WHERE case_id = ${caseId} AND deleted_at IS NULL ORDER BY created_at LIMIT 50`);
}
