import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { addressOf, newToken, tokenHash } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type FeedEntry, feedFile } from "./ics";

/**
 * Gives the acting person a secret address for their calendar, in place of the one before, which works no more. Only now is the address
 * known: its hash is all that is kept.
 */
export async function renewFeed({ actor, tx }: Context): Promise<{ address: string }> {
  const { token, hash } = newToken();
  await tx.execute(sql`
    INSERT INTO calendar_feeds (user_id, token_hash) VALUES (${actor.userId}, ${hash})
    ON CONFLICT (lab_id, user_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, ended_at = NULL`);
  return { address: addressOf(`/api/calendar/${actor.lab.slug}.${token}`) };
}

/** Ends the acting person's secret address. Refuses `no_feed` when there is none. */
export async function endFeed({ actor, tx }: Context): Promise<null> {
  const ended = await tx.execute(
    sql`UPDATE calendar_feeds SET ended_at = now() WHERE user_id = ${actor.userId} AND ended_at IS NULL`,
  );
  if (ended === 0) throw conflict("no_feed", "There is no address that works.");
  return null;
}

/** Since when the acting person's calendar has a secret address (ISO), or null. */
export async function feedSince(tx: Transaction, userId: string | null): Promise<string | null> {
  const row = await tx.row<{ since: Date }>(
    sql`SELECT updated_at AS since FROM calendar_feeds WHERE user_id = ${userId} AND ended_at IS NULL`,
  );
  return row?.since.toISOString() ?? null;
}

/**
 * The calendar file behind a secret: what its person takes part in, from a month ago to a year ahead. Null for a secret that is unknown,
 * ended, or of somebody who may not use the calendar of this lab any more. Acts as the lab's machinery.
 */
export async function feedOf(tx: Transaction, secret: string, labName: string): Promise<string | null> {
  const person = await tx.row<{ userId: string }>(sql`
    SELECT f.user_id AS "userId" FROM calendar_feeds f
    JOIN memberships m ON m.lab_id = f.lab_id AND m.user_id = f.user_id AND m.status = 'active'
    JOIN users u ON u.id = f.user_id AND u.status = 'active' AND u.deleted_at IS NULL
    JOIN role_permissions p ON p.lab_id = m.lab_id AND p.role_id = m.role_id AND p.permission_key = 'calendar.use'
    WHERE f.token_hash = ${tokenHash(secret)} AND f.ended_at IS NULL`);
  if (!person) return null;
  const rows = await tx.rows<Omit<FeedEntry, "startsAt" | "endsAt" | "href"> & { startsAt: Date; endsAt: Date }>(sql`
    SELECT a.id, a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.sequence, a.title, a.notes, coalesce(r.name, a.location) AS where
    FROM appointment_people p JOIN appointments a ON a.lab_id = p.lab_id AND a.id = p.appointment_id
    LEFT JOIN rooms r ON r.lab_id = a.lab_id AND r.id = a.room_id
    WHERE p.user_id = ${person.userId} AND p.is_booked AND p.starts_at > now() - interval '31 days' AND p.starts_at < now() + interval '366 days'
    ORDER BY p.starts_at, a.id LIMIT 2000`);
  const entries = rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    href: addressOf(`/calendar/${row.id}`),
  }));
  return feedFile(entries, `${labName}, my appointments`);
}
