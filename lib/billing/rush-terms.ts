import type { Actor } from "@/lib/access/actor";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { termsOf } from "./price-terms";
import { listsOn } from "./pricing";
import type { RushTerms } from "./rush-surcharge";

/**
 * The prices by which rushed work is surcharged for a practice today: only its own list and, behind it, the lab's default. For a
 * practice that the actor may enter a case for (the caller has loaded it in this transaction), also in the portal.
 */
export async function rushTerms(tx: Transaction, actor: Actor, practiceId: string): Promise<RushTerms> {
  const day = labToday(actor.lab.timeZone);
  const terms = await tx.withLabRights(() => termsOf(tx, practiceId, null, day));
  return { day, lists: listsOn(terms, day), discountPercent: terms.discountPercent };
}
