/** What narrows the list, as the address names it. */
export const CASE_FILTERS = [
  "q",
  "status",
  "stage",
  "department",
  "assigned",
  "late",
  "urgency",
  "practice",
  "dentist",
  "patient",
  "procedure",
  "material",
  "due",
  "ship",
  "created",
  "remakes",
] as const;

type Params = Record<string, string | string[] | undefined>;

/** What narrows a practice's own list; the other filters speak of what only the lab's people see. */
export const PORTAL_FILTERS = CASE_FILTERS.filter(
  (name) => !["department", "assigned", "practice", "ship", "late"].includes(name),
);

/** What of an address makes the list what it is: filters, order, columns and view, without the page. */
const KEPT = [...CASE_FILTERS, "show", "sort", "cols", "view"] as const;

/** The address of a list without its page, as a query string. */
export function listQuery(params: Params, but: readonly string[] = []): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of KEPT) {
    const value = params[name];
    if (typeof value === "string" && value !== "" && !but.includes(name)) query.set(name, value);
  }
  return query;
}

/** Whether two queries of a list mean the same, in whatever order they say it. */
export function sameQuery(one: string, other: string): boolean {
  const sorted = (text: string) => [...new URLSearchParams(text)].map(String).toSorted().join("&");
  return sorted(one) === sorted(other);
}
