const KNOWN: Record<string, string> = {
  case_item_teeth: "Teeth of an item",
  labs: "The lab",
  memberships: "Person",
  role_permissions: "Permission of a role",
  workflow_stages: "Stage",
};

/** What a table's rows are called on screen: "case_items" is "Case item". */
export function recordName(table: string): string {
  const words = table
    .replaceAll("_", " ")
    .replace(/ies$/, "y")
    .replace(/(ch|x)es$/, "$1")
    .replace(/([^s])s$/, "$1");
  return KNOWN[table] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a column is called on screen: "ship_by" is "Ship by". */
export const columnName = (column: string): string => {
  const words = column.replace(/_id$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A value as text; null and empty values as a dash. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
}

/** A line of an entry's comparison. `differs` is false for what stayed as it was. */
export type Compared = { column: string; before: string; after: string; differs: boolean };

/** Before and after, column by column, in the order of their names. */
export function compare(before: Record<string, unknown> | null, after: Record<string, unknown> | null): Compared[] {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  return columns.map((column) => {
    const [was, is] = [valueText(before?.[column]), valueText(after?.[column])];
    return { column, before: was, after: is, differs: was !== is };
  });
}
