import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { labProfileSchema } from "./fields";

export type LabProfile = {
  name: string;
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  postcode: string | null;
  country: string;
  phone: string | null;
  email: string | null;
  timeZone: string;
  locale: string;
  toothNotation: "fdi" | "universal" | "palmer";
  latitude: string | null;
  longitude: string | null;
  registrationNumber: string | null;
  taxId: string | null;
  bankName: string | null;
  bankAccount: string | null;
  currency: string;
  /** ISO instant of the last change, to be sent back with the next. */
  seenAt: string;
};

/** What the acting lab is. */
export async function labProfile(tx: Transaction): Promise<LabProfile> {
  const found = await tx.row<Omit<LabProfile, "seenAt"> & { at: Date }>(sql`
    SELECT name, address_line1 AS "addressLine1", address_line2 AS "addressLine2", city, postcode, country, phone, email,
      time_zone AS "timeZone", locale, tooth_notation AS "toothNotation", latitude, longitude, registration_number AS "registrationNumber",
      tax_id AS "taxId", bank_name AS "bankName", bank_account AS "bankAccount", currency, updated_at AS at FROM labs`);
  if (!found) throw new Error("Nobody's lab.");
  const { at, ...profile } = found;
  return { ...profile, seenAt: at.toISOString() };
}

/**
 * Changes what the lab is. Papers that were sent keep what they said; days and hours are counted in the new zone from now on. Refuses
 * with `stale`.
 */
export async function changeProfile({ tx }: Context, input: z.output<typeof labProfileSchema>): Promise<null> {
  const changed = await tx.execute(sql`
    UPDATE labs SET name = ${input.name}, address_line1 = ${input.addressLine1}, address_line2 = ${input.addressLine2}, city = ${input.city},
      postcode = ${input.postcode}, country = ${input.country}, phone = ${input.phone}, email = ${input.email}, time_zone = ${input.timeZone},
      locale = ${input.locale}, tooth_notation = ${input.toothNotation}, latitude = ${input.latitude}, longitude = ${input.longitude},
      registration_number = ${input.registrationNumber}
    WHERE id = app_lab_id() AND updated_at = ${input.seenAt}::timestamptz`);
  if (changed === 0) throw stale("lab");
  return null;
}
