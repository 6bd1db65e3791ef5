import type { ReadableStream } from "node:stream/web";
import { type Actor, may } from "@/lib/access/actor";
import { notFound, Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { keep } from "@/lib/files/keep";
import { fileName } from "@/lib/files/name";
import { receive, refuseDeclaredSize } from "@/lib/files/receive";
import type { KeptFile } from "@/lib/files/serve";
import { type StoreName, storeNamed } from "@/lib/files/store";
import { announce } from "@/lib/outbox/outbox";

const EXTENSIONS = [".pdf", ".jpg", ".jpeg", ".png"];

/**
 * Takes in the file of a certificate (PDF, JPEG or PNG) as it streams, in place of the one before. Refuses with `not_found`, `too_large`
 * and `file_refused`. @param declared the Content-Length header.
 */
export async function addCertificateFile(
  actor: Actor,
  id: string,
  sent: { name: string; declared: string | null; body: ReadableStream<Uint8Array> | null },
): Promise<{ id: string }> {
  const name = fileName(sent.name);
  if (!EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension))) {
    const message = "A certificate's file is a PDF, JPEG or PNG.";
    throw new Refusal("invalid", message, "file_refused", { file: [message] });
  }
  refuseDeclaredSize(sent.declared);
  const there = await asActor(actor, (tx) => tx.row(sql`SELECT 1 FROM staff_certificates WHERE id = ${id}`));
  if (!there) throw notFound("certificate");
  const before = await receive(name, sent.body, (received) =>
    keep({ labId: actor.lab.id, name, received }, ({ store, key, mediaType }) =>
      asActor(actor, async (tx) => {
        const old = await tx.row<{ store: StoreName | null; key: string | null }>(
          sql`SELECT store, store_key AS key FROM staff_certificates WHERE id = ${id} FOR UPDATE`,
        );
        if (!old) throw notFound("certificate");
        await tx.execute(sql`
          UPDATE staff_certificates SET file_name = ${name}, media_type = ${mediaType}, bytes = ${received.size}, sha256 = ${received.sha256},
            store = ${store}, store_key = ${key} WHERE id = ${id}`);
        await announce(tx, ["people"]);
        return old;
      }),
    ),
  );
  if (before.store && before.key) await storeNamed(before.store).remove(before.key);
  return { id };
}

/** The file of a certificate, for those who see people and for its own person. Refuses with `not_found` for anybody else. */
export async function certificateFile(actor: Actor, id: string): Promise<KeptFile> {
  const file = await asActor(actor, (tx) =>
    tx.row<KeptFile>(sql`
      SELECT c.id, c.file_name AS name, c.media_type AS "mediaType", c.bytes::float AS "sizeBytes", c.sha256, c.store, c.store_key AS "storeKey"
      FROM staff_certificates c JOIN staff_profiles p ON p.lab_id = c.lab_id AND p.id = c.staff_profile_id
      WHERE c.id = ${id} AND c.store_key IS NOT NULL AND (${may(actor, "staff.view")}::boolean OR p.user_id = ${actor.userId}::uuid)`),
  );
  if (!file) throw notFound("certificate");
  return file;
}
