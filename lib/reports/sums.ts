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
