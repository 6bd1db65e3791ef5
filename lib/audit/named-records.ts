import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** So many records of one number or name are looked up; whoever wants more says more of it. */
const MOST = 200;

/**
 * The lab's records that a number, code or name stands for, whole and in any case ("c-2026-000123", "INV-2026-000045", a lot, an item of
 * the store, a practice, a dentist, a price list). Those put away are among them: the transaction sees deleted rows from here on.
 */
export async function recordsNamed(tx: Transaction, name: string): Promise<{ table: string; id: string }[]> {
  await tx.includeDeleted();
  return tx.rows(sql`
    SELECT 'cases' AS "table", id FROM cases WHERE number = upper(${name})
    UNION ALL SELECT 'invoices' AS "table", id FROM invoices WHERE number = upper(${name})
    UNION ALL SELECT 'credit_notes' AS "table", id FROM credit_notes WHERE number = upper(${name})
    UNION ALL SELECT 'shipments' AS "table", id FROM shipments WHERE number = upper(${name})
    UNION ALL SELECT 'lots' AS "table", id FROM lots WHERE lower(number) = lower(${name})
    UNION ALL SELECT 'inventory_items' AS "table", id FROM inventory_items WHERE lower(${name}) IN (lower(sku), lower(name))
    UNION ALL SELECT 'practices' AS "table", id FROM practices WHERE lower(${name}) IN (lower(code), lower(name))
    UNION ALL SELECT 'dentist_profiles' AS "table", id FROM dentist_profiles WHERE lower(full_name) = lower(${name})
    UNION ALL SELECT 'price_lists' AS "table", id FROM price_lists WHERE lower(name) = lower(${name})
    LIMIT ${MOST}`);
}
