/** How an invoice's paper and letter write amounts and days: by the lab's locale, the same on every machine. */
export type InvoiceWords = {
  /** "£1,234.50" of a decimal string. */
  money: (amount: string) => string;
  /** "20 November 2026" of `YYYY-MM-DD`. */
  day: (day: string) => string;
  /** "20 Nov 2026" of `YYYY-MM-DD`, where there is little room. */
  shortDay: (day: string) => string;
  /** "November 2026" of `YYYY-MM-DD`. */
  month: (day: string) => string;
  /** "2" of "2.00", "2.5" of "2.50": a quantity or a percentage. */
  figure: (value: string) => string;
};

/** The words of one invoice: `locale` is a BCP 47 tag, `currency` an ISO 4217 code. */
export function invoiceWords(locale: string, currency: string): InvoiceWords {
  const money = new Intl.NumberFormat(locale, { style: "currency", currency });
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const plainSpaces = (text: string) => text.replace(/[\u202f\u2009]/g, "\u00a0");
  const at = (iso: string) => new Date(`${iso}T00:00:00Z`);
  return {
    money: (amount) => plainSpaces(money.format(amount as Intl.StringNumericLiteral)),
    day: (iso) => plainSpaces(day.format(at(iso))),
    shortDay: (iso) => plainSpaces(shortDay.format(at(iso))),
    month: (iso) => plainSpaces(month.format(at(iso))),
    figure: (value) => plainSpaces(figure.format(value as Intl.StringNumericLiteral)),
  };
}
