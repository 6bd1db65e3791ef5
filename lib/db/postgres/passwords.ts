import { createHmac } from "node:crypto";

/** The passwords of the embedded cluster's roles, derived from one secret, so that none of them is stored. */
export function passwords(secret: string): { superuser: string; owner: string } {
  return { superuser: derivedPassword(secret, "postgres"), owner: derivedPassword(secret, "casepan_owner") };
}

/** HMAC-SHA256 of a role's name under the secret, in hex: as good as random, and the same on every machine. */
export function derivedPassword(secret: string, role: string): string {
  return createHmac("sha256", secret).update(role).digest("hex");
}
