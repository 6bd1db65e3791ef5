/** What an account number that looks like an IBAN: two letters, two figures, then at least eleven more signs. */
const LOOKS_LIKE = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

const squeezed = (text: string) => text.toUpperCase().replaceAll(/[\s-]/g, "");

/**
 * What is wrong with an account number as an IBAN (ISO 13616: its check digits leave 1 by 97), in words; null when it is right, or is no
 * IBAN at all, such as a sort code with an account number.
 */
export function ibanFault(account: string): string | null {
  const iban = squeezed(account);
  if (!LOOKS_LIKE.test(iban)) return null;
  const turned = iban.slice(4) + iban.slice(0, 4);
  const figures = [...turned].map((sign) => Number.parseInt(sign, 36)).join("");
  return BigInt(figures) % 97n === 1n
    ? null
    : "This IBAN has a slip in it: its check digits do not fit. Compare it once more.";
}

/** An account number as it is printed: an IBAN in groups of four, anything else as it is. */
export function accountWords(account: string): string {
  const iban = squeezed(account);
  return LOOKS_LIKE.test(iban) && ibanFault(iban) === null ? iban.replaceAll(/(.{4})(?=.)/g, "$1 ") : account;
}
