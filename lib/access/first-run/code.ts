import { randomInt } from "node:crypto";
import { tokenHash } from "../tokens";

/** Figures and letters that are not taken for one another (Crockford's base 32). */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const CODE_LENGTH = 12;
/** How long a code opens the set-up. */
export const CODE_DAYS = 7;

/** A code to be typed from a screen into another: twelve signs (60 bits) in three groups. */
export function newCode(): string {
  const signs = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return signs.replace(/(.{4})(?=.)/g, "$1-");
}

/** What is kept of a code. Typed in small letters, with spaces or without hyphens, and O, I and L for 0 and 1, it is the same code. */
export const codeHash = (typed: string): string =>
  tokenHash(
    typed
      .toUpperCase()
      .replaceAll("O", "0")
      .replace(/[IL]/g, "1")
      .replace(/[^0-9A-Z]/g, ""),
  );
