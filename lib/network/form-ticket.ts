import { createHmac, timingSafeEqual } from "node:crypto";
import { LONGEST, SHORTEST } from "./form-age";

const sealOf = (lab: string, openedAt: string): string =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`application form ${lab} ${openedAt}`)
    .digest("base64url");

/** Goes into the form when its page is shown: when that was, sealed, so that a robot can neither invent nor advance it. */
export function formTicket(lab: string, now = Date.now()): string {
  return `${now}.${sealOf(lab, String(now))}`;
}

/** What a ticket tells: `ok`, `early` for one sent faster than anyone types, `stale` for one too old, forged or of another lab. */
export function readTicket(lab: string, ticket: string, now = Date.now()): "ok" | "early" | "stale" {
  const [openedAt = "", seal = ""] = ticket.split(".");
  const right = Buffer.from(sealOf(lab, openedAt));
  const given = Buffer.from(seal);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return "stale";
  const age = now - Number(openedAt);
  if (!(age <= LONGEST)) return "stale";
  return age < SHORTEST ? "early" : "ok";
}
