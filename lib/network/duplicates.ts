import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ApplicationStatus } from "./vocabulary";

export type Duplicates = {
  /** The lab's dentist with this licence. */
  dentist: { id: string; name: string; hasAccount: boolean } | null;
  /** The lab's person with this address. */
  account: { name: string; role: string } | null;
  /** Other confirmed applications of the licence or the address, the newest first. */
  applications: { id: string; name: string; status: ApplicationStatus; same: "licence" | "e-mail"; createdAt: Date }[];
  /** Practices with the name or in the postcode area, those with the exact postcode first. */
  practices: { id: string; name: string; address: string; postcode: string; samePostcode: boolean }[];
};

/** What the lab knows already that an application may repeat. The reviewer alone sees it. */
export async function duplicatesOf(
  tx: Transaction,
  application: {
    id: string;
    email: string;
    licenceNumber: string;
    practiceName: string;
    practicePostcode: string | null;
  },
): Promise<Duplicates> {
  const { id, email, licenceNumber, practiceName } = application;
  const postcode = (application.practicePostcode ?? "").replace(/\s+/g, "");
  const area = postcode.length > 4 ? postcode.slice(0, -3) : postcode;
  const dentist = await tx.row<NonNullable<Duplicates["dentist"]>>(sql`
    SELECT id, full_name AS name, user_id IS NOT NULL AS "hasAccount" FROM dentist_profiles WHERE licence_number = ${licenceNumber}`);
  const account = await tx.row<NonNullable<Duplicates["account"]>>(sql`
    SELECT u.name, r.name AS role FROM users u JOIN memberships m ON m.user_id = u.id JOIN roles r ON r.id = m.role_id WHERE u.email = ${email}`);
  const applications = await tx.rows<Duplicates["applications"][number]>(sql`
    SELECT id, applicant_name AS name, status, CASE WHEN licence_number = ${licenceNumber} THEN 'licence' ELSE 'e-mail' END AS same,
      created_at AS "createdAt"
    FROM dentist_applications WHERE (licence_number = ${licenceNumber} OR email = ${email}) AND id <> ${id} AND confirmed_at IS NOT NULL
    ORDER BY created_at DESC, id DESC LIMIT 5`);
  const practices = await tx.rows<Duplicates["practices"][number]>(sql`
    SELECT id, name, concat_ws(', ', address_line1, city) AS address, postcode, replace(postcode, ' ', '') = ${postcode}::text AS "samePostcode"
    FROM practices
    WHERE deleted_at IS NULL AND (lower(name) = lower(${practiceName}::text) OR (${area}::text <> '' AND starts_with(replace(postcode, ' ', ''), ${area}::text)))
    ORDER BY 5 DESC, lower(name) = lower(${practiceName}::text) DESC, name, id LIMIT 5`);
  return { dentist: dentist ?? null, account: account ?? null, applications, practices };
}
