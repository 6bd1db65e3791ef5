import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockProfile } from "../profiles/profile-of";
import type { certificateChangeSchema, certificateSchema } from "./schema";

/** Adds a certificate to a person; its file follows by itself (`addCertificateFile`). Refuses with `not_found`. */
export async function addCertificate(
  { tx }: Context,
  { userId, name, number, issuer, issuedOn, expiresOn }: z.output<typeof certificateSchema>,
): Promise<{ id: string }> {
  const profile = await lockProfile(tx, userId);
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO staff_certificates (staff_profile_id, name, number, issuer, issued_on, expires_on)
    VALUES (${profile.id}, ${name}, ${number}, ${issuer}, ${issuedOn}::date, ${expiresOn}::date) RETURNING id`);
  await announce(tx, ["people"]);
  return made as { id: string };
}

/** Changes a certificate; with another expiry it is announced anew. Refuses with `not_found` and `stale`. */
export async function changeCertificate(
  { tx }: Context,
  { id, version, name, number, issuer, issuedOn, expiresOn }: z.output<typeof certificateChangeSchema>,
): Promise<{ id: string }> {
  const there = await tx.row<{ version: number }>(
    sql`SELECT version FROM staff_certificates WHERE id = ${id} FOR UPDATE`,
  );
  if (!there) throw notFound("certificate");
  if (there.version !== version) throw stale("certificate");
  await tx.execute(sql`
    UPDATE staff_certificates SET name = ${name}, number = ${number}, issuer = ${issuer}, issued_on = ${issuedOn}::date, expires_on = ${expiresOn}::date,
      alerted_at = CASE WHEN expires_on IS NOT DISTINCT FROM ${expiresOn}::date THEN alerted_at END
    WHERE id = ${id}`);
  await announce(tx, ["people"]);
  return { id };
}

/** Puts a certificate away; `restoreCertificate` brings it back. Refuses with `not_found`. */
export const removeCertificate = (context: Context, { id }: { id: string }) => setRemoved(context, id, true);

/** Brings a certificate back. Refuses with `not_found`. */
export const restoreCertificate = (context: Context, { id }: { id: string }) => setRemoved(context, id, false);

async function setRemoved({ tx }: Context, id: string, removed: boolean): Promise<{ id: string }> {
  await tx.includeDeleted();
  const touched = await tx.execute(sql`
    UPDATE staff_certificates SET deleted_at = CASE WHEN ${removed}::boolean THEN now() END
    WHERE id = ${id} AND (deleted_at IS NULL) = ${removed}::boolean`);
  if (touched === 0) throw notFound("certificate");
  await announce(tx, ["people"]);
  return { id };
}
