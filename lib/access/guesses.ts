import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";

/** Wrong guesses at one address before it is locked, and for how long (seconds). */
export const MAX_GUESSES = 10;
export const LOCKED_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;
/** Wrong guesses from one network address, over all accounts, in the same span. A lab's people share one. */
const MAX_GUESSES_PER_IP = 200;

/** The library's statements, run as the sign-in audience, which alone may touch the table. */
const storeClient = {
  query({ text, values }: { text: string; values: unknown[] }) {
    const named = [...text.matchAll(/\$(\d+)/g)].map(([, position]) => values[Number(position) - 1]);
    return asAuth(async (tx) => {
      const rows = await tx.rows(sql(text.split(/\$\d+/), ...named));
      return { rows, rowCount: rows.length };
    });
  },
};

const limiter = (keyPrefix: string, points: number, duration: number, blockDuration = LOCKED_SECONDS) =>
  new RateLimiterPostgres({
    storeClient,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
    blockDuration,
  });
const byAddress = limiter("sign-in", MAX_GUESSES, DAY_SECONDS);
const byIp = limiter("sign-in-ip", MAX_GUESSES_PER_IP, LOCKED_SECONDS);
const lettersTo = limiter("letter", 5, 60 * 60, 0);
const lettersFrom = limiter("letter-ip", 60, 60 * 60, 0);
const applicationsFrom = limiter("application-ip", 10, 60 * 60, 0);
const documentsFrom = limiter("document-ip", 60, 60 * 60, 0);
const feedsFrom = limiter("feed-ip", 6000, 60 * 60, 0);
/** So many readings does an address that is none count for. */
const WRONG_FEED = 10;

const setUpFrom = limiter("set-up-ip", 10, LOCKED_SECONDS);
const setUpAtAll = limiter("set-up", 300, LOCKED_SECONDS);

const linksFrom = limiter("link-ip", 300, 60 * 60, 0);

const keyOf = (email: string) => createHash("sha256").update(email).digest("base64url");

/**
 * Counts a guess at `email` before it is tried, in one statement, so that simultaneous guesses cannot exceed the limit. Answers
 * the seconds the address stays locked, or 0. Known and unknown addresses are counted alike: a lock tells nothing.
 */
export async function lockedAfterGuess(email: string, ip: string | null): Promise<number> {
  if (ip) {
    const there = await byIp.get(ip);
    if (there && there.consumedPoints > MAX_GUESSES_PER_IP) return Math.ceil(there.msBeforeNext / 1000);
  }
  return secondsRefused(() => byAddress.consume(keyOf(email)));
}

/** Notes that a guess was wrong, against the network address it came from. */
export async function countWrongGuess(ip: string | null): Promise<void> {
  if (ip) await secondsRefused(() => byIp.consume(ip));
}

/** Forgets the guesses at an address: its owner has shown who they are. */
export async function forgetGuesses(email: string): Promise<void> {
  await byAddress.delete(keyOf(email));
}

/** Whether one more letter may be asked for: five an hour to one address, sixty an hour from one network address. */
export async function mayAskForLetter(email: string, ip: string | null): Promise<boolean> {
  if (ip && (await secondsRefused(() => lettersFrom.consume(ip)))) return false;
  return (await secondsRefused(() => lettersTo.consume(keyOf(email)))) === 0;
}

/**
 * Whether one more application may be sent: ten an hour from one network address (all of unknown origin count as one), five an hour
 * in the name of one e-mail address.
 */
export async function mayApply(email: string, ip: string | null): Promise<boolean> {
  if (await secondsRefused(() => applicationsFrom.consume(ip ?? "unknown"))) return false;
  return (await secondsRefused(() => lettersTo.consume(keyOf(email)))) === 0;
}

/** Whether one more document may be sent without signing in: sixty an hour from one network address. */
export async function maySendDocument(ip: string | null): Promise<boolean> {
  return (await secondsRefused(() => documentsFrom.consume(ip ?? "unknown"))) === 0;
}

/**
 * Whether one more code of the set-up may be tried: ten in a quarter of an hour from one network address (all of unknown origin count as
 * one), 300 from everywhere.
 */
export async function maySetUp(ip: string | null): Promise<boolean> {
  if (await secondsRefused(() => setUpFrom.consume(ip ?? "unknown"))) return false;
  return (await secondsRefused(() => setUpAtAll.consume("all"))) === 0;
}

/** Forgets the tries from a network address whose person holds a code. */
export async function forgetSetUpTries(ip: string | null): Promise<void> {
  await setUpFrom.delete(ip ?? "unknown");
}

/** Whether one more letter's link may be tried: three hundred an hour from one network address. */
export async function mayTryLink(ip: string | null): Promise<boolean> {
  return (await secondsRefused(() => linksFrom.consume(ip ?? "unknown"))) === 0;
}

/**
 * Whether one more calendar feed may be read at its secret address: 6,000 an hour from one network address, for the programs of a whole house,
 * or of a service that reads for many, share one. One that is none counts for ten (`countWrongFeed`).
 */
export async function mayReadFeed(ip: string | null): Promise<boolean> {
  return (await secondsRefused(() => feedsFrom.consume(ip ?? "unknown"))) === 0;
}

/** Counts an address at which there was no calendar feed. */
export async function countWrongFeed(ip: string | null): Promise<void> {
  await secondsRefused(() => feedsFrom.consume(ip ?? "unknown", WRONG_FEED - 1));
}

async function secondsRefused(consume: () => Promise<RateLimiterRes>): Promise<number> {
  try {
    await consume();
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}
