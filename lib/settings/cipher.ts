import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

export type Sealed = { ciphertext: string; keyId: string };
type Key = { id: string; bytes: Buffer };

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret that cannot be opened: its key is gone, or it was tampered with. */
export class NotOpened extends Error {
  constructor() {
    super("This secret cannot be read with the installation's key: enter it anew.");
    this.name = "NotOpened";
  }
}

/**
 * The key of an installation's secret (HKDF-SHA-256, RFC 5869), with an id that tells which one it was: the key encrypts settings
 * alone, and tells nothing of the secret that signs sessions.
 */
function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "casepan", "settings", 32));
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 12), bytes };
}

/** The secret to seal with, NEXTAUTH_SECRET, and those that only open any more, PREVIOUS_NEXTAUTH_SECRETS (split by spaces). */
function secretsOfEnvironment(): [string, ...string[]] {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set; start Casepan with npm start.");
  return [secret, ...formerSecrets()];
}

/** What PREVIOUS_NEXTAUTH_SECRETS names. */
export const formerSecrets = (): string[] => (process.env.PREVIOUS_NEXTAUTH_SECRETS ?? "").split(/\s+/).filter(Boolean);

/** The id of the key that a secret seals with; it tells nothing of the secret. */
export const keyIdOf = (secret: string): string => keyOf(secret).id;

/** Enciphers a text with AES-256-GCM, bound to its place (`lab/key`): elsewhere it does not open. Answers nonce, tag and cipher in base64. */
export function seal(plain: string, place: string, secret = secretsOfEnvironment()[0]): Sealed {
  const key = keyOf(secret);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return { ciphertext: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64"), keyId: key.id };
}

/** The text that was sealed for this place. @throws NotOpened with a key that is not known, or when a bit of it was changed. */
export function open(
  { ciphertext, keyId }: Sealed,
  place: string,
  secrets: readonly string[] = secretsOfEnvironment(),
): string {
  const key = secrets.map(keyOf).find(({ id }) => id === keyId);
  if (!key) throw new NotOpened();
  const whole = Buffer.from(ciphertext, "base64");
  const nonce = whole.subarray(0, NONCE_BYTES);
  const tag = whole.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(tag);
    return decipher.update(whole.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    throw new NotOpened();
  }
}
