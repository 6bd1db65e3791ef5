import { z } from "zod";
import { INVOICE_MODES } from "../vocabulary";
import { accountWords, ibanFault } from "./iban";

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .transform((value) => value || null);
const DAYS = "A whole number from 0 to 365.";

/** How the lab invoices: what its papers say of it, and what a new practice is offered. */
export const billingSchema = z.strictObject({
  taxId: optional(40),
  registrationNumber: optional(60),
  bankName: optional(80),
  bankAccount: z
    .string()
    .trim()
    .max(60, "At most 60 characters.")
    .superRefine((value, issues) => {
      const fault = ibanFault(value);
      if (fault) issues.addIssue({ code: "custom", message: fault });
    })
    .transform((value) => accountWords(value) || null),
  invoiceFooter: optional(400),
  defaultPaymentTermsDays: z
    .union(
      [
        z.int(DAYS),
        z
          .string()
          .trim()
          .regex(/^\d{1,3}$/, DAYS)
          .transform(Number),
      ],
      DAYS,
    )
    .refine((days) => days >= 0 && days <= 365, DAYS),
  defaultInvoiceMode: z.enum(INVOICE_MODES),
  /** When the settings were last changed, as they were read. */
  seenAt: z.iso.datetime(),
});
