import type { Count } from "@/lib/inventory/counts/queries";
import { ITEM_CATEGORY_LABEL } from "@/lib/inventory/vocabulary";

/** What a count is of, in words. */
export function countScope({ location, category }: Pick<Count, "location" | "category">): string {
  if (!category) return location ?? "All stock";
  return location ? `${ITEM_CATEGORY_LABEL[category]} at ${location}` : ITEM_CATEGORY_LABEL[category];
}
