import type { Count } from "@/lib/inventory/counts/queries";
import { ITEM_CATEGORY_LABEL } from "@/lib/inventory/vocabulary";

/** What a count is of, in words. */
export const countScope = ({ location, category }: Pick<Count, "location" | "category">): string =>
  [category && ITEM_CATEGORY_LABEL[category], location && `at ${location}`].filter(Boolean).join(" ") || "All stock";
