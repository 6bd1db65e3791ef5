import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { StoreName } from "@/lib/files/store";

export type ExportRow = {
  id: string;
  status: "waiting" | "running" | "ready" | "failed" | "expired";
  askedBy: string;
  askedAt: Date;
  finishedAt: Date | null;
  expiresAt: Date | null;
  partsDone: number;
  partsTotal: number;
  rows: number | null;
  files: number | null;
  sizeBytes: number | null;
  sha256: string | null;
  downloads: number;
  error: string | null;
};

/** The lab's exports, the newest first, at most 50. */
export function listExports(tx: Transaction): Promise<ExportRow[]> {
  return tx.rows<ExportRow>(sql`
    SELECT e.id, e.status, u.name AS "askedBy", e.created_at AS "askedAt", e.finished_at AS "finishedAt", e.expires_at AS "expiresAt",
      e.parts_done AS "partsDone", e.parts_total AS "partsTotal", e.row_count AS rows, e.file_count AS files, e.size_bytes AS "sizeBytes", e.sha256,
      e.downloads, e.error
    FROM data_exports e JOIN users u ON u.id = e.asked_by_id ORDER BY e.created_at DESC, e.id DESC LIMIT 50`);
}

export type KeptExport = { name: string; sizeBytes: number; sha256: string; store: StoreName; storeKey: string };

/** Takes note that an archive is being fetched (the audit log says by whom) and answers where it lies. Refuses with `not_found`. */
export async function fetchExport(tx: Transaction, id: string): Promise<KeptExport> {
  const kept = await tx.row<KeptExport>(sql`
    UPDATE data_exports e SET downloads = downloads + 1, last_downloaded_at = now() FROM labs l
    WHERE e.id = ${id} AND e.status = 'ready' AND e.expires_at > now() AND l.id = e.lab_id
    RETURNING 'export-' || l.slug || '-' || to_char(e.finished_at, 'YYYY-MM-DD') || '.zip' AS name, e.size_bytes AS "sizeBytes", e.sha256, e.store, e.store_key AS "storeKey"`);
  if (!kept) throw notFound("export");
  return kept;
}
