import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { termsOfPractices } from "./price-terms";
import { listsOn } from "./pricing";
import type { PracticeRushTerms, RushTerms } from "./rush-surcharge";

/**
 * The prices by which rushed work is surcharged at a practice today, and those of its dentists who have terms of their own there: only
 * the list agreed and, behind it, the lab's default. For a practice that the actor may enter a case for (the caller has loaded it in
 * this transaction), also in the portal.
 */
export function rushTerms(tx: Transaction, actor: Actor, practiceId: string): Promise<PracticeRushTerms> {
  const day = labToday(actor.lab.timeZone);
  return tx.withLabRights(async () => {
    const own = await tx.rows<{ dentistId: string }>(sql`
      SELECT dentist_id AS "dentistId" FROM practice_dentists
      WHERE practice_id = ${practiceId} AND (price_list_id IS NOT NULL OR discount_percent IS NOT NULL)`);
    const termsOf = await termsOfPractices(tx, [practiceId]);
    const rushOf = (dentistId: string | null): RushTerms => {
      const terms = termsOf(practiceId, dentistId, day);
      return { day, lists: listsOn(terms, day), discountPercent: terms.discountPercent };
    };
    return {
      usual: rushOf(null),
      ofDentist: Object.fromEntries(own.map(({ dentistId }) => [dentistId, rushOf(dentistId)])),
    };
  });
}
