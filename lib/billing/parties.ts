import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** One side of an invoice, as its paper shows it. */
export type Party = {
  name: string;
  /** Address line by line, without blanks. */
  address: string[];
  taxId: string | null;
  email: string | null;
  phone: string | null;
};
export type Parties = {
  lab: Party & {
    registrationNumber: string | null;
    bankName: string | null;
    bankAccount: string | null;
    /** Words at the foot of the paper; not in what was sent before there were any. */
    footer?: string | null;
  };
  practice: Party & { code: string };
  paymentTermsDays: number;
};

type AddressRow = {
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  postcode: string | null;
  country: string;
};
type Row<T> = Omit<T, "address"> & AddressRow;

const addressOf = ({ addressLine1, addressLine2, city, postcode, country }: AddressRow, own: string): string[] => {
  const town = [city, postcode].filter(Boolean).join(" ");
  return [addressLine1, addressLine2, town, country === own ? null : country].filter((line): line is string =>
    Boolean(line),
  );
};

/** Lab and practice as they are now. What was sent keeps a copy of this (`invoices.parties`), since papers do not change. */
export async function currentParties(tx: Transaction, practiceId: string): Promise<Parties> {
  const lab = await tx.row<Row<Parties["lab"]>>(sql`
    SELECT name, address_line1 AS "addressLine1", address_line2 AS "addressLine2", city, postcode, country, tax_id AS "taxId", email, phone,
      registration_number AS "registrationNumber", bank_name AS "bankName", bank_account AS "bankAccount",
      invoice_footer AS footer FROM labs`);
  const practice = await tx.row<Row<Parties["practice"]> & { paymentTermsDays: number }>(sql`
    SELECT name, address_line1 AS "addressLine1", address_line2 AS "addressLine2", city, postcode, country, tax_id AS "taxId", email, phone,
      code, payment_terms_days AS "paymentTermsDays" FROM practices WHERE id = ${practiceId}`);
  if (!lab || !practice) throw new Error("An invoice without a lab or a practice.");
  return {
    lab: {
      ...partyOf(lab, ""),
      registrationNumber: lab.registrationNumber,
      bankName: lab.bankName,
      bankAccount: lab.bankAccount,
      footer: lab.footer,
    },
    practice: { ...partyOf(practice, lab.country), code: practice.code },
    paymentTermsDays: practice.paymentTermsDays,
  };
}

const partyOf = (row: Row<Party>, ownCountry: string): Party => ({
  name: row.name,
  address: addressOf(row, ownCountry),
  taxId: row.taxId,
  email: row.email,
  phone: row.phone,
});
