import { type InvoiceFilter, type InvoiceKey, keyOf } from "@/lib/billing/list-filter";

/** Addresses of the pages beside this one, with the filter kept. */
export function pageLinks(
  path: string,
  { q, status, practice, sort }: InvoiceFilter,
  { newer, older }: { newer: InvoiceKey | null; older: InvoiceKey | null },
): { newerHref?: string; olderHref?: string } {
  const at = (direction: "after" | "before", key: InvoiceKey) => {
    const kept = { q, status: status ?? "", practice: practice ?? "", sort: sort === "newest" ? "" : sort };
    const params = new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== ""));
    params.set(direction, keyOf(key));
    return `${path}?${params}`;
  };
  return { newerHref: newer ? at("before", newer) : undefined, olderHref: older ? at("after", older) : undefined };
}
