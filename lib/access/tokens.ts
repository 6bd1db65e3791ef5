import { createHash, randomBytes } from "node:crypto";

/** A secret for a link that works once: `token` goes into the letter, `hash` (SHA-256) is all that is kept. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: tokenHash(token) };
}

/** What is kept of a token. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The address of a page of this installation, for letters; `path` begins with a slash. */
export const addressOf = (path: string): string => new URL(path, process.env.NEXTAUTH_URL).href;
