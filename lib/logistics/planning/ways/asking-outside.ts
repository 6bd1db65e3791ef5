import type { Acting, Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import type { Transaction } from "@/lib/db/transaction";
import { WaysUnknown, waysBetween, withoutAsking } from "./ways-between";

const TRIES = 3;

/**
 * Runs `work` in a transaction that acts for `actor` and never waits for the road server while it holds locks: where ways are missing, all is
 * taken back, the server is asked, and it begins anew on what is there then. After three times it takes estimates.
 */
export async function askingOutside<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withoutAsking(attempt < TRIES ? "throw" : "estimate", () => asActor(actor, work));
    } catch (thrown) {
      if (!(thrown instanceof WaysUnknown)) throw thrown;
      await waysBetween(thrown.places);
    }
  }
}

/** A capability whose transaction runs as `askingOutside` runs it, for an action that opens none of its own. */
export const roadAside =
  <Input, Data>(capability: (context: Context, input: Input) => Promise<Data>) =>
  ({ actor }: Acting, input: Input): Promise<Data> =>
    askingOutside(actor, (tx) => capability({ actor, tx }, input));
