import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { type Actor, systemActor } from "./actor";
import { tokenHash } from "./tokens";

/** Whose calendar feed a secret address is, and the machinery of their lab to read it with. `departmentId` null: their own rota. */
export type FeedOwner = { reader: Actor; userId: string; departmentId: string | null };

type Found = {
  userId: string;
  departmentId: string | null;
  id: string;
  name: string;
  slug: string;
  timeZone: string;
  currency: string;
  locale: string;
};

/** The owner behind a feed's secret; null for one that is not, was renewed, or whose person may no longer see the rota. */
export async function feedOwner(token: string): Promise<FeedOwner | null> {
  const found = await asAuth((tx) =>
    tx.row<Found>(sql`
      SELECT user_id AS "userId", department_id AS "departmentId", lab_id AS id, name, slug, time_zone AS "timeZone", currency, locale
      FROM rota_feed_of(${tokenHash(token)})`),
  );
  if (!found) return null;
  const { userId, departmentId, ...lab } = found;
  return { reader: systemActor(lab), userId, departmentId };
}
