const formats = new Map<string, Intl.NumberFormat>();

/**
 * An amount of money as words. `amount` is a decimal string such as "1234.50", formatted digit by digit without
 * passing through a float; `currency` is ISO 4217. A string that is no number comes back as it is.
 */
export function moneyText(amount: string, currency: string, locale: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) return amount;
  const key = `${currency}|${locale}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency });
    formats.set(key, format);
  }
  return format.format(amount as Intl.StringNumericLiteral).replace(/[\u202f\u00a0]/g, "\u00a0");
}
