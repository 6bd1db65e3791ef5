/**
 * What tax law makes a lab keep of invoices: years from the end of the year they were issued in, by the lab's country. United Kingdom six (VAT Notice 700/21), Germany eight
 * (§ 14b UStG and § 147 AO since 2025), Austria seven (§ 132 BAO), the Netherlands seven (art. 52 AWR); ten elsewhere, the longest that is
 * common in Europe (France, art. L123-22 Code de commerce).
 */
const INVOICE_YEARS: Record<string, number> = { GB: 6, DE: 8, AT: 7, NL: 7 };
const LONGEST_INVOICE_YEARS = 10;

/** The last day an invoice is kept that was issued on a day; `country` is ISO 3166 alpha-2. */
export function invoiceKeptUntil(issuedOn: string, country: string): string {
  const years = INVOICE_YEARS[country] ?? LONGEST_INVOICE_YEARS;
  return `${Number(issuedOn.slice(0, 4)) + years}-12-31`;
}
