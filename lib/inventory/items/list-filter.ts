import { z } from "zod";
import { rowKeyParam, wordsParam } from "@/lib/access/address-params";
import { ITEM_CATEGORIES } from "../vocabulary";

export const ITEM_PAGE = 50;
/** A search looks among so many of the items it finds. */
export const SEARCH_MOST = 500;
/** A lot counts as expiring so many days before it does. */
export const EXPIRING_DAYS = 60;

export const ITEM_SORTS = ["name", "sku", "onHand", "value"] as const;
export type ItemSort = (typeof ITEM_SORTS)[number];
const ORDERS = ITEM_SORTS.flatMap((sort) => [sort, `-${sort}`] as const);

/** The filter of the stock list as the address writes it; what cannot be read counts as not given. */
export const itemFilterSchema = z.object({
  q: wordsParam(80).catch(""),
  category: z.enum(ITEM_CATEGORIES).nullable().catch(null),
  location: z.uuid().nullable().catch(null),
  supplier: z.uuid().nullable().catch(null),
  show: z.enum(["low", "expiring", "archived"]).nullable().catch(null),
  sort: z.enum(ORDERS).catch("name"),
  after: rowKeyParam,
  before: rowKeyParam,
});
export type ItemFilter = z.output<typeof itemFilterSchema>;

/** The address of the list with another place to go on from. */
export function itemsHref(path: string, filter: ItemFilter, at: { after?: string; before?: string } = {}): string {
  const { q, category, location, supplier, show, sort } = filter;
  const kept = { q, category, location, supplier, show, sort: sort === "name" ? "" : sort, ...at };
  const params = new URLSearchParams(Object.entries(kept).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return params.size > 0 ? `${path}?${params}` : path;
}
