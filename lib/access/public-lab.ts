import { cache } from "react";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { type ActingLab, type Actor, systemActor } from "./actor";
import type { Origin } from "./sign-in";

/** A lab as strangers may know it. */
export type PublicLab = { lab: ActingLab; acceptsApplications: boolean; country: string; phone: string | null };

const SLUG = /^[a-z0-9][a-z0-9-]{0,60}$/;

/** The lab of an address that needs no sign-in, or null. Read once per request. */
export const publicLab = cache(async (slug: string): Promise<PublicLab | null> => {
  if (!SLUG.test(slug)) return null;
  const row = await asAuth((tx) =>
    tx.row<ActingLab & { acceptsApplications: boolean; country: string; phone: string | null }>(sql`
      SELECT id, name, slug, time_zone AS "timeZone", currency, locale, accepts_applications AS "acceptsApplications", country, phone
      FROM labs WHERE slug = ${slug} AND deleted_at IS NULL`),
  );
  if (!row) return null;
  const { acceptsApplications, country, phone, ...lab } = row;
  return { lab, acceptsApplications, country, phone };
});

/** The one lab that takes applications, when it is the only one; null for none or several. */
export async function onlyLabToApplyTo(): Promise<{ slug: string; name: string } | null> {
  const labs = await asAuth((tx) =>
    tx.rows<{ slug: string; name: string }>(
      sql`SELECT slug, name FROM labs WHERE accepts_applications AND deleted_at IS NULL LIMIT 2`,
    ),
  );
  return labs.length === 1 ? (labs[0] ?? null) : null;
}

/** Who acts where nobody is signed in: the lab's machinery, with the origin that the audit log keeps. It holds no permission. */
export const strangerAt = (lab: ActingLab, { ip, userAgent }: Origin): Actor => ({
  ...systemActor(lab),
  name: "Applicant",
  ip,
  userAgent,
});
