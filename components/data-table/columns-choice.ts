import type { Column } from "./column";

type Known = Pick<Column<never>, "id" | "hideable" | "hidden">;

/** The columns that show when nothing was chosen, in their own order. */
export const ownColumns = (columns: readonly Known[]): string[] =>
  columns.filter((column) => !column.hidden).map(({ id }) => id);

/** The columns to show, in order, of those wanted: unknown ones fall out, those that may not be hidden come back at their own place. */
export function shownColumns(columns: readonly Known[], wanted: readonly string[]): string[] {
  const known = new Set(columns.map(({ id }) => id));
  const shown = [...new Set(wanted)].filter((id) => known.has(id));
  for (const [at, column] of columns.entries())
    if (!column.hideable && !shown.includes(column.id)) shown.splice(Math.min(at, shown.length), 0, column.id);
  return shown;
}

/** A column one place nearer the front (-1) or the end (1); the order as it was at either end. */
export function movedColumn(shown: readonly string[], id: string, by: -1 | 1): string[] {
  const at = shown.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= shown.length) return [...shown];
  const next = [...shown];
  next.splice(at, 1);
  next.splice(to, 0, id);
  return next;
}
