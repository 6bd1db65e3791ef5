import { notFound } from "@/lib/access/errors";
import type { Permission } from "@/lib/access/permissions";
import type { Audience } from "@/lib/access/roles";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { KeptFile } from "@/lib/files/serve";

/** What each audience needs to look at photos taken at doors; which of them it finds, its policies say. */
export const PHOTO_NEEDS: Record<Audience, Permission> = {
  lab: "cases.view",
  portal: "portal.view",
  driver: "deliveries.drive",
};

/** A photo taken at a stop that the actor of this transaction may see; refuses with `not_found` for any other. */
export async function stopPhoto(tx: Transaction, id: string): Promise<KeptFile> {
  const photo = await tx.row<KeptFile>(sql`
    SELECT id, 'photo-at-the-door.' || split_part(media_type, '/', 2) AS name, media_type AS "mediaType", size_bytes AS "sizeBytes", sha256, store, store_key AS "storeKey"
    FROM stop_photos WHERE id = ${id}`);
  if (!photo) throw notFound("photo");
  return photo;
}
