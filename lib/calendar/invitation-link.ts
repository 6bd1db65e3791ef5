import { createHmac, timingSafeEqual } from "node:crypto";
import { addressOf } from "@/lib/access/tokens";

const sealOf = (personId: string): string =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`invitation ${personId}`)
    .digest("base64url");

/** What a guest shows for their place in an appointment: which it is, signed. */
export const invitationToken = (personId: string): string => `${personId}${sealOf(personId)}`;

/** The address at which a guest answers an invitation without signing in: it names their place in it, signed. */
export const invitationAddress = (lab: string, personId: string): string =>
  addressOf(`/calendar/answer/${lab}?token=${invitationToken(personId)}`);

/** Whose place a link names, or null for one that was not signed here. */
export function placeOfLink(token: string): string | null {
  const [personId, seal] = [token.slice(0, 36), token.slice(36)];
  const [right, given] = [Buffer.from(sealOf(personId)), Buffer.from(seal)];
  return right.length === given.length && timingSafeEqual(right, given) && /^[0-9a-f-]{36}$/.test(personId)
    ? personId
    : null;
}
