import type { Parties } from "@/lib/billing/parties";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** The acting lab as it heads a paper, without its bank. */
export async function labParty(tx: Transaction): Promise<Parties["lab"]> {
  const found = await tx.row<Parties["lab"]>(sql`
    SELECT name, array_remove(ARRAY[address_line1, address_line2, nullif(concat_ws(' ', city, postcode), '')], NULL) AS address, tax_id AS "taxId", email, phone,
      registration_number AS "registrationNumber", NULL AS "bankName", NULL AS "bankAccount" FROM labs`);
  return found as Parties["lab"];
}
