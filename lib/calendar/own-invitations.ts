import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { invitationToken } from "./invitation-link";
import type { Answer } from "./vocabulary";

/** An appointment of the lab that a person of a practice is invited to; `token` is what they answer with. */
export type OwnInvitation = {
  token: string;
  title: string;
  startsAt: string;
  endsAt: string;
  where: string | null;
  organiser: string;
  answer: Answer | null;
};

/**
 * What the acting person of a practice is invited to as a guest, by the address they sign in with or that of their profile, and is not over: the soonest first,
 * at most 20.
 */
export async function ownInvitations(tx: Transaction): Promise<OwnInvitation[]> {
  const rows = await tx.rows<
    Omit<OwnInvitation, "token" | "startsAt" | "endsAt"> & { personId: string; startsAt: Date; endsAt: Date }
  >(sql`
    SELECT person_id AS "personId", title, starts_at AS "startsAt", ends_at AS "endsAt", place AS where, organiser, answer
    FROM own_invitations() ORDER BY starts_at, person_id`);
  return rows.map(({ personId, startsAt, endsAt, ...row }) => ({
    ...row,
    token: invitationToken(personId),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}
