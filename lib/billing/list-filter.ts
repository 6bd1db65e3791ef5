import { z } from "zod";
import { instantParam, wordsParam } from "@/lib/access/address-params";
import { INVOICE_STATUSES } from "./vocabulary";

export const INVOICE_PAGE = 50;
/** A search looks among so many of the newest invoices it finds. */
export const SEARCH_MOST = 500;

/** Where a page begins or ends: the invoice's rank, day and id in the order shown. */
export type InvoiceKey = { rank: number; day: string; id: string };

const keyText = z
  .string()
  .max(80)
  .transform((text) => {
    const [rank, day, id] = text.split("_");
    return { rank: Number(rank), day, id };
  })
  .pipe(z.object({ rank: z.int().min(0).max(9), day: instantParam, id: z.uuid() }));

/** The filter of the invoice list as the address writes it; what cannot be read counts as not given. */
export const invoiceFilterSchema = z.object({
  q: wordsParam(80).catch(""),
  status: z
    .union([z.enum(INVOICE_STATUSES), z.literal("open")])
    .nullable()
    .catch(null),
  practice: z.uuid().nullable().catch(null),
  sort: z.enum(["newest", "owed"]).catch("newest"),
  after: keyText.nullable().catch(null),
  before: keyText.nullable().catch(null),
});
export type InvoiceFilter = z.output<typeof invoiceFilterSchema>;

/** A key as it stands in the address: `0_2026-11-20T09:00:00.000Z_<id>`. */
export const keyOf = ({ rank, day, id }: InvoiceKey): string => `${rank}_${day}_${id}`;
