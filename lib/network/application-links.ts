import { conflict } from "@/lib/access/errors";
import { addressOf, newToken, tokenHash } from "@/lib/access/tokens";
import { type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ApplicationStatus } from "./vocabulary";

/** How long a link opens its application: until it is confirmed, and once it is (days). */
export const UNCONFIRMED_DAYS = 3;
const CONFIRMED_DAYS = 120;

/** Writes a link and answers its token, of which only the hash is kept. */
export async function newLink(
  tx: Transaction,
  applicationId: string,
  purpose: "letter" | "documents",
  lasts: Sql = sql`make_interval(days => ${CONFIRMED_DAYS})`,
): Promise<string> {
  const { token, hash } = newToken();
  await tx.execute(sql`
    INSERT INTO dentist_application_links (application_id, purpose, token_hash, expires_at)
    VALUES (${applicationId}, ${purpose}, ${hash}, now() + ${lasts})`);
  return token;
}

/** The address that a letter's link leads to. */
export const linkAddress = (slug: string, token: string): string =>
  addressOf(`/apply/${slug}/application?token=${token}`);

export type LinkedApplication = {
  id: string;
  status: ApplicationStatus;
  name: string;
  email: string;
  licenceChecked: boolean;
};

/**
 * The application that a letter's link opens, for a change: nobody else changes it until the transaction ends. Refuses `link_spent`
 * for a link that is unknown, has expired, or is another lab's.
 */
export async function lockByLink(tx: Transaction, token: string): Promise<LinkedApplication> {
  const found = await tx.row<LinkedApplication>(sql`
    SELECT a.id, a.status, a.applicant_name AS name, a.email, a.licence_checked_at IS NOT NULL AS "licenceChecked"
    FROM dentist_application_links k JOIN dentist_applications a ON a.id = k.application_id
    WHERE k.token_hash = ${tokenHash(token)} AND k.purpose = 'letter' AND k.expires_at > now() FOR UPDATE OF a`);
  if (!found) throw conflict("link_spent", "This link does not work any more. Open the newest letter, or apply again.");
  return found;
}

/** From now on the application's links by letter hold longer: the address is proven. */
export async function prolongLinks(tx: Transaction, applicationId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE dentist_application_links SET expires_at = now() + make_interval(days => ${CONFIRMED_DAYS})
    WHERE application_id = ${applicationId} AND purpose = 'letter' AND expires_at > now()`);
}
