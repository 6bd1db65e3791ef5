import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { FORMATS } from "./formats";
import { byteRange } from "./range";
import { type StoreName, storeNamed } from "./store";

export type KeptFile = {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  store: StoreName;
  storeKey: string;
};

/** A file that the actor of this transaction may open; refuses with `not_found` for any other. */
export async function keptFile(tx: Transaction, id: string): Promise<KeptFile> {
  const file = await tx.row<KeptFile>(sql`
    SELECT id, name, media_type AS "mediaType", size_bytes AS "sizeBytes", sha256, store, store_key AS "storeKey"
    FROM case_files WHERE id = ${id} AND deleted_at IS NULL`);
  if (!file) throw notFound("file");
  return file;
}

/** A file's small picture that the actor of this transaction may see; refuses with `not_found` when there is none (yet). */
export async function keptPreview(tx: Transaction, id: string): Promise<{ store: StoreName; storeKey: string }> {
  const found = await tx.row<{ store: StoreName; storeKey: string }>(sql`
    SELECT preview_store AS store, preview_key AS "storeKey" FROM case_files
    WHERE id = ${id} AND deleted_at IS NULL AND preview = 'made'`);
  if (!found) throw notFound("preview");
  return found;
}

/** Answers a preview. It is made once and never changes, so the reader's own browser may keep it for a while. */
export async function servePreview({ store, storeKey }: { store: StoreName; storeKey: string }): Promise<Response> {
  const body = await storeNamed(store).open(storeKey);
  if (!body) throw notFound("preview");
  return new Response(body, {
    headers: {
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, max-age=3600",
    },
  });
}

/** The header that names a download, for old and new browsers (RFC 6266). */
export function disposition(kind: "inline" | "attachment", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/**
 * Answers a file's bytes, whole, a stretch (Range) or none (If-None-Match). Only pictures and PDFs are shown by the browser,
 * everything else is a download; nothing of it may run, load or be taken for another type.
 */
export async function serveFile(file: KeptFile, request: Request, download: boolean): Promise<Response> {
  const inline = Object.values(FORMATS).some((f) => f.inline && f.mediaType === file.mediaType) && !download;
  const pdf = file.mediaType === "application/pdf";
  const etag = `"${file.sha256}"`;
  const headers = new Headers({
    "content-type": file.mediaType,
    "content-disposition": disposition(inline ? "inline" : "attachment", file.name),
    "x-content-type-options": "nosniff",
    // The browsers' own PDF viewers do not start in a sandbox; with nosniff a PDF is never taken for a page of ours.
    "content-security-policy":
      pdf && inline ? "frame-ancestors 'self'" : "default-src 'none'; frame-ancestors 'none'; sandbox",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-cache",
    "accept-ranges": "bytes",
    etag,
  });
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });

  const unchanged = request.headers.get("if-range");
  const asked = unchanged && unchanged !== etag ? null : request.headers.get("range");
  const stretch = byteRange(asked, file.sizeBytes);
  if (stretch === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const body = await storeNamed(file.store).open(file.storeKey, stretch ?? undefined);
  if (!body) throw notFound("file");
  headers.set("content-length", String(stretch ? stretch.to - stretch.from + 1 : file.sizeBytes));
  if (stretch) headers.set("content-range", `bytes ${stretch.from}-${stretch.to}/${file.sizeBytes}`);
  return new Response(body, { status: stretch ? 206 : 200, headers });
}
