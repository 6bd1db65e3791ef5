import type { ReadableStream } from "node:stream/web";
import type { Actor } from "@/lib/access/actor";
import { conflict, notFound, Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { keep } from "@/lib/files/keep";
import { receive } from "@/lib/files/receive";
import { correctedMoment } from "./clock";
import type { Purpose } from "./proof-rules";

/** The largest photo taken in, in bytes; the phone makes them smaller before it keeps them. */
export const MOST_PHOTO_BYTES = 12 * 1024 * 1024;
const MOST_PHOTOS = 20;
/** What a phone's camera may send, by its media type, and the name that says so. */
const NAMES: Record<string, string> = {
  "image/jpeg": "photo.jpg",
  "image/png": "photo.png",
  "image/webp": "photo.webp",
};

export type Photo = { id: string; stopId: string; purpose: Purpose; happenedAt: string; sentAt: string };
type Sent = { mediaType: string | null; declaredSize: string | null; body: ReadableStream<Uint8Array> | null };

const tooLarge = () => new Refusal("too_large", "This photo is larger than 12 MB.");

/**
 * Keeps a photo that a driver took at a stop of theirs, under the id that the phone gave it: sending it again keeps one. Its content says
 * what it is, whatever it is called. Refuses with `not_found` for a stop of others, `too_large`, `file_refused` for what is no JPEG, PNG or WebP picture,
 * `too_many_photos`, and `photo_elsewhere` when the id belongs to another stop's.
 */
export async function addPhoto(
  actor: Actor,
  photo: Photo,
  { mediaType, declaredSize, body }: Sent,
): Promise<{ id: string; kept: "now" | "before" }> {
  if (Number(declaredSize ?? 0) > MOST_PHOTO_BYTES) throw tooLarge();
  const name = NAMES[mediaType?.split(";")[0]?.trim() ?? ""];
  if (!name) throw new Refusal("invalid", "Only JPEG, PNG and WebP photos are taken.", "file_refused");
  if (await asActor(actor, (tx) => keptBefore(tx, photo))) return { id: photo.id, kept: "before" };
  return receive(name, body && counted(body), async (received) => {
    const kept = await keep({ labId: actor.lab.id, name, received }, (placed) =>
      asActor(actor, async (tx) => {
        const at = correctedMoment(photo, new Date(), new Date(0)).at;
        const rows = await tx.withLabRights(() =>
          tx.execute(sql`
            INSERT INTO stop_photos (id, stop_id, purpose, media_type, size_bytes, sha256, store, store_key, taken_at)
            VALUES (${photo.id}, ${photo.stopId}, ${photo.purpose}, ${placed.mediaType}, ${received.size}, ${received.sha256}, ${placed.store}, ${placed.key}, ${at})
            ON CONFLICT (id) DO NOTHING`),
        );
        // The same photo on another connection was quicker: the store lets go of this copy.
        if (rows === 0) throw conflict("photo_kept", "This photo was kept already.");
        return "now" as const;
      }),
    ).catch(async (thrown) => {
      if (!(thrown instanceof Refusal && thrown.reason === "photo_kept")) throw thrown;
      if (await asActor(actor, (tx) => keptBefore(tx, photo))) return "before" as const;
      throw conflict("photo_elsewhere", "This photo belongs to another stop.");
    });
    return { id: photo.id, kept };
  });
}

/** Whether the stop has this photo already, under the driver's own policies. */
async function keptBefore(tx: Transaction, { id, stopId, purpose }: Photo): Promise<boolean> {
  if (!(await tx.row(sql`SELECT 1 FROM route_stops WHERE id = ${stopId}`))) throw notFound("stop");
  const kept = await tx.row<{ stopId: string; purpose: string }>(
    sql`SELECT stop_id AS "stopId", purpose FROM stop_photos WHERE id = ${id}`,
  );
  if (kept && (kept.stopId !== stopId || kept.purpose !== purpose))
    throw conflict("photo_elsewhere", "This photo belongs to another stop.");
  if (kept) return true;
  const many = await tx.row<{ n: number }>(sql`SELECT count(*) AS n FROM stop_photos WHERE stop_id = ${stopId}`);
  if ((many?.n ?? 0) >= MOST_PHOTOS) throw conflict("too_many_photos", "There are 20 photos of this stop already.");
  return false;
}

function counted(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let size = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      size += chunk.length;
      if (size > MOST_PHOTO_BYTES) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  return (body as unknown as globalThis.ReadableStream<Uint8Array>).pipeThrough(
    limit,
  ) as unknown as ReadableStream<Uint8Array>;
}
