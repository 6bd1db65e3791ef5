/** Money as whole hundredths, so that adding up is exact. `text` is a decimal with at most two places. */
const hundredths = (text: string): bigint => {
  const [whole = "0", part = ""] = text.replace("-", "").split(".");
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2) || "0");
  return text.startsWith("-") ? -value : value;
};

/** Adds decimal strings of money exactly; answers a decimal string with two places. */
export function addMoney(amounts: readonly string[]): string {
  const sum = amounts.reduce((total, amount) => total + hundredths(amount), 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(3, "0");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Rows gathered under the key each has, in the order the keys first come. */
export function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups];
}

/** The sum of a number over rows. */
export const total = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + value(row), 0);

/** A share from 0 to 1, or null where there is nothing to share. */
export const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
