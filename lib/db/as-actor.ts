import { escapeLiteral, type PoolClient } from "pg";
import type { Actor } from "@/lib/access/actor";
import { appPool } from "./pool";
import { Transaction } from "./transaction";

type Audience = Actor["audience"] | "auth";

async function inTransaction<T>(
  role: Audience,
  settings: Record<string, string | null>,
  work: (tx: Transaction) => Promise<T>,
  begin = "BEGIN",
): Promise<T> {
  const connection: PoolClient = await appPool().connect();
  let broken: Error | undefined;
  try {
    const values = Object.entries(settings).map(
      ([name, value]) => `set_config('app.${name}', ${escapeLiteral(value ?? "")}, true)`,
    );
    await connection.query(`${begin}; SET LOCAL ROLE casepan_${role}; SELECT ${values.join(", ")}`);
    const result = await work(new Transaction(connection));
    await connection.query("COMMIT");
    return result;
  } catch (error) {
    await connection.query("ROLLBACK").catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/**
 * Runs `work` in one transaction that acts for `actor`: row-level security, the audit trigger and defaults read the settings
 * made here. Everything in it is kept, or, when it throws, nothing is.
 */
export function asActor<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(actor.audience, settingsOf(actor), work);
}

/** As `asActor`, but reads only, and everything as it was at one moment, however long that takes. */
export function asActorAtOneMoment<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction(actor.audience, settingsOf(actor), work, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

/**
 * Runs `work` in one transaction of the sign-in audience, which sees users, sessions and memberships of every lab; on behalf of
 * `actor`, if any, whose lab new rows belong to and whom the audit names. Only lib/access may call it.
 */
export function asAuth<T>(work: (tx: Transaction) => Promise<T>, actor: Actor | null = null): Promise<T> {
  return inTransaction("auth", settingsOf(actor), work);
}

const settingsOf = (actor: Actor | null) => ({
  lab_id: actor?.lab.id ?? null,
  user_id: actor?.userId ?? null,
  practice_id: actor?.practice?.id ?? null,
  session_id: actor?.sessionId ?? null,
  ip: actor?.ip ?? null,
  user_agent: actor?.userAgent ?? null,
  include_deleted: null,
});
