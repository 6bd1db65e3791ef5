import type { ReadableStream } from "node:stream/web";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { conflict, notFound } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { FORMATS } from "@/lib/files/formats";
import { keep } from "@/lib/files/keep";
import { fileName } from "@/lib/files/name";
import { receive } from "@/lib/files/receive";
import type { KeptFile } from "@/lib/files/serve";
import type { OneCertificate } from "./schema";

/**
 * Keeps a certificate of a lot: a PDF or a picture. Refuses what lib/files refuses, `not_a_certificate` for other kinds of files, and
 * `not_found`.
 */
export async function addCertificate(
  actor: Actor,
  lotId: string,
  sent: string,
  stream: ReadableStream<Uint8Array> | null,
): Promise<{ id: string; name: string }> {
  const name = fileName(sent);
  await asActor(actor, (tx) => findLot(tx, lotId));
  return receive(name, stream, (received) => {
    if (!FORMATS[received.format].inline)
      throw conflict("not_a_certificate", "A certificate is a PDF or a picture (JPEG, PNG, WebP).");
    return keep({ labId: actor.lab.id, name, received }, ({ store, key, mediaType }) =>
      asActor(actor, async (tx) => {
        await findLot(tx, lotId);
        return (await tx.row<{ id: string; name: string }>(sql`
          INSERT INTO lot_certificates (lot_id, name, media_type, size_bytes, sha256, store, store_key, uploaded_by_id)
          VALUES (${lotId}, ${name}, ${mediaType}, ${received.size}, ${received.sha256}, ${store}, ${key}, ${actor.userId})
          RETURNING id, name`)) as { id: string; name: string };
      }),
    );
  });
}

async function findLot(tx: Transaction, lotId: string): Promise<void> {
  if (!(await tx.row(sql`SELECT FROM lots WHERE id = ${lotId}`))) throw notFound("lot");
}

/** The file of a certificate. Refuses `not_found`, also for one that was taken away. */
export async function certificateFile(tx: Transaction, id: string): Promise<KeptFile> {
  const file = await tx.row<KeptFile>(sql`
    SELECT id, name, media_type AS "mediaType", size_bytes AS "sizeBytes", sha256, store, store_key AS "storeKey"
    FROM lot_certificates WHERE id = ${id} AND deleted_at IS NULL`);
  if (!file) throw notFound("certificate");
  return file;
}

/** Takes a certificate off its lot. Refuses `not_found`. */
export async function removeCertificate({ tx }: Context, { certificateId }: OneCertificate): Promise<null> {
  await tx.includeDeleted();
  const found = await tx.execute(
    sql`UPDATE lot_certificates SET deleted_at = now() WHERE id = ${certificateId} AND deleted_at IS NULL`,
  );
  if (!found) throw notFound("certificate");
  return null;
}

/** Puts a certificate back that was taken off. Refuses `not_found`. */
export async function restoreCertificate({ tx }: Context, { certificateId }: OneCertificate): Promise<null> {
  await tx.includeDeleted();
  const found = await tx.execute(
    sql`UPDATE lot_certificates SET deleted_at = NULL WHERE id = ${certificateId} AND deleted_at IS NOT NULL`,
  );
  if (!found) throw notFound("certificate");
  return null;
}
