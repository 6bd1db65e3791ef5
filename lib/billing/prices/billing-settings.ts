import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { InvoiceMode } from "../vocabulary";
import type { billingSchema } from "./billing-settings-schema";

export type BillingSettings = {
  taxId: string | null;
  registrationNumber: string | null;
  bankName: string | null;
  bankAccount: string | null;
  invoiceFooter: string | null;
  defaultPaymentTermsDays: number;
  defaultInvoiceMode: InvoiceMode;
  /** ISO instant of the last change to the lab, to be sent back with the next. */
  seenAt: string;
};

/** How the acting lab invoices. */
export async function billingSettings(tx: Transaction): Promise<BillingSettings> {
  const found = await tx.row<Omit<BillingSettings, "seenAt"> & { at: Date }>(sql`
    SELECT tax_id AS "taxId", registration_number AS "registrationNumber", bank_name AS "bankName", bank_account AS "bankAccount",
      invoice_footer AS "invoiceFooter", default_payment_terms_days AS "defaultPaymentTermsDays",
      default_invoice_mode AS "defaultInvoiceMode", updated_at AS at FROM labs`);
  if (!found) throw new Error("Nobody's lab.");
  const { at, ...settings } = found;
  return { ...settings, seenAt: at.toISOString() };
}

/** Changes how the lab invoices. What was sent keeps what it said. Refuses with `stale`. */
export async function changeBilling({ tx }: Context, input: z.output<typeof billingSchema>): Promise<null> {
  const changed = await tx.execute(sql`
    UPDATE labs SET tax_id = ${input.taxId}, registration_number = ${input.registrationNumber}, bank_name = ${input.bankName},
      bank_account = ${input.bankAccount}, invoice_footer = ${input.invoiceFooter},
      default_payment_terms_days = ${input.defaultPaymentTermsDays}, default_invoice_mode = ${input.defaultInvoiceMode}
    WHERE id = app_lab_id() AND updated_at = ${input.seenAt}::timestamptz`);
  if (changed === 0) throw stale("lab");
  return null;
}
