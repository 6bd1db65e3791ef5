import { type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** Who pays by a list: a practice as a whole, or, with `dentist`, one of its dentists on terms of their own. */
export type ListUser = {
  practiceId: string;
  practice: string;
  dentist: string | null;
  /** The list that was agreed: the one asked for, or one that it goes on from. */
  agreedId: string;
};

/** Who pays by a list, the practices first, by name; at most 200. A list that this one goes on from counts too. */
export function usersOf(tx: Transaction, priceListId: string): Promise<ListUser[]> {
  return payersBy(
    tx,
    sql`
    WITH RECURSIVE before (id) AS (
      SELECT ${priceListId}::uuid UNION SELECT l.follows_id FROM price_lists l JOIN before b ON l.id = b.id WHERE l.follows_id IS NOT NULL)
    SELECT id FROM before`,
  );
}

/** As `usersOf`, only those with whom this very list was agreed. */
export function agreedOn(tx: Transaction, priceListId: string): Promise<ListUser[]> {
  return payersBy(tx, sql`SELECT ${priceListId}::uuid`);
}

/** `lists` is a query of the lists' ids. */
function payersBy(tx: Transaction, lists: Sql): Promise<ListUser[]> {
  return tx.rows<ListUser>(sql`
    WITH agreed (id) AS (${lists})
    SELECT p.id AS "practiceId", p.name AS practice, NULL AS dentist, p.price_list_id AS "agreedId", 0 AS rank
    FROM practices p WHERE p.price_list_id IN (SELECT id FROM agreed) AND p.deleted_at IS NULL
    UNION ALL
    SELECT p.id, p.name, d.full_name, pd.price_list_id, 1 FROM practice_dentists pd
      JOIN practices p ON p.lab_id = pd.lab_id AND p.id = pd.practice_id JOIN dentist_profiles d ON d.lab_id = pd.lab_id AND d.id = pd.dentist_id
    WHERE pd.price_list_id IN (SELECT id FROM agreed) AND pd.deleted_at IS NULL AND p.deleted_at IS NULL
    ORDER BY rank, practice, dentist LIMIT 200`);
}
