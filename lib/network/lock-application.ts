import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { OpeningHours } from "@/lib/practices/opening-hours";
import { type ApplicationStatus, isWaiting } from "./vocabulary";

export type LockedApplication = {
  id: string;
  status: ApplicationStatus;
  applicantName: string;
  email: string;
  phone: string | null;
  licenceNumber: string;
  licenceChecked: boolean;
  practiceName: string;
  practiceAddress: string | null;
  practiceCity: string | null;
  practicePostcode: string | null;
  practicePhone: string | null;
  taxId: string | null;
  openingHours: OpeningHours | null;
};

/**
 * Loads a confirmed application for a reviewer's step and keeps others from it until the transaction ends. Refuses `not_found`, and
 * `already_decided` when somebody has approved or rejected it or the applicant has withdrawn it.
 */
export async function lockApplication(tx: Transaction, id: string): Promise<LockedApplication> {
  const found = await tx.row<LockedApplication>(sql`
    SELECT id, status, applicant_name AS "applicantName", email, phone, licence_number AS "licenceNumber",
      licence_checked_at IS NOT NULL AS "licenceChecked", practice_name AS "practiceName", practice_address AS "practiceAddress",
      practice_city AS "practiceCity", practice_postcode AS "practicePostcode", practice_phone AS "practicePhone", tax_id AS "taxId",
      opening_hours AS "openingHours"
    FROM dentist_applications WHERE id = ${id} AND confirmed_at IS NOT NULL FOR UPDATE`);
  if (!found) throw notFound("application");
  if (!isWaiting(found.status))
    throw conflict(
      "already_decided",
      "This application was decided or withdrawn in the meantime. It now shows how it stands.",
    );
  return found;
}
