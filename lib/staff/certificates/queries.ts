import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** A certificate of a person; days `YYYY-MM-DD`. `state` is as of the lab's day: it soon runs out within 30 days. */
export type Certificate = {
  id: string;
  version: number;
  name: string;
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
  fileName: string | null;
  state: "valid" | "soon" | "expired";
};

/** A person's certificates, the first to run out first; at most 100. */
export const certificatesOf = (tx: Transaction, userId: string, today: string): Promise<Certificate[]> =>
  tx.rows<Certificate>(sql`
    SELECT c.id, c.version, c.name, c.number, c.issuer, c.issued_on AS "issuedOn", c.expires_on AS "expiresOn", c.file_name AS "fileName",
      CASE WHEN c.expires_on < ${today}::date THEN 'expired' WHEN c.expires_on <= ${today}::date + 30 THEN 'soon' ELSE 'valid' END AS state
    FROM staff_certificates c JOIN staff_profiles p ON p.lab_id = c.lab_id AND p.id = c.staff_profile_id
    WHERE p.user_id = ${userId} ORDER BY c.expires_on NULLS LAST, c.name, c.id LIMIT 100`);
