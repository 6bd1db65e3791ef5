import { z } from "zod";
import { dayParam, rowKeyParam, wordsParam } from "@/lib/access/address-params";
import { PAYMENT_METHODS } from "../vocabulary";

export const PAYMENT_PAGE = 50;
/** A search looks among so many of the newest payments it finds. */
export const SEARCH_MOST = 500;

/** The filter of the payments as the address writes it; what cannot be read counts as not given. */
export const paymentFilterSchema = z.object({
  q: wordsParam(80).catch(""),
  method: z.enum(PAYMENT_METHODS).nullable().catch(null),
  /** First day of a month. */
  month: dayParam.regex(/-01$/).nullable().catch(null),
  practice: z.uuid().nullable().catch(null),
  /** Only those of which something is left. */
  credit: z.literal("left").nullable().catch(null),
  after: rowKeyParam,
  before: rowKeyParam,
});
export type PaymentFilter = z.output<typeof paymentFilterSchema>;
