import { DateTime } from "luxon";

/**
 * What the law makes a lab keep, and for how long.
 *
 * Statements of custom-made devices: ten years from the day the device was placed on the market, fifteen for implantables (Regulation (EU)
 * 2017/745, Annex XIII, section 4).
 */
const STATEMENT_YEARS = { device: 10, implantable: 15 };

/**
 * Invoices: years from the end of the year they were issued in, by the lab's country. United Kingdom six (VAT Notice 700/21), Germany eight
 * (§ 14b UStG and § 147 AO since 2025), Austria seven (§ 132 BAO), the Netherlands seven (art. 52 AWR); ten elsewhere, the longest that is
 * common in Europe (France, art. L123-22 Code de commerce).
 */
const INVOICE_YEARS: Record<string, number> = { GB: 6, DE: 8, AT: 7, NL: 7 };
const LONGEST_INVOICE_YEARS = 10;

/** The last day a case's statement is kept. `deliveredOn` is a day in the lab's zone; null for what never left the lab. */
export function statementKeptUntil(deliveredOn: string | null, isImplantable: boolean): string | null {
  if (!deliveredOn) return null;
  const years = isImplantable ? STATEMENT_YEARS.implantable : STATEMENT_YEARS.device;
  return DateTime.fromISO(deliveredOn, { zone: "utc" }).plus({ years }).toISODate();
}

/** The last day an invoice is kept that was issued on a day; `country` is ISO 3166 alpha-2. */
export function invoiceKeptUntil(issuedOn: string, country: string): string {
  const years = INVOICE_YEARS[country] ?? LONGEST_INVOICE_YEARS;
  return `${Number(issuedOn.slice(0, 4)) + years}-12-31`;
}
