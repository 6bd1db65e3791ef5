/** On a phone the table is laid out as cards, and browsers drop table semantics with `display`; these keep them. */
export const roles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  cell: { role: "cell" },
} as const;
