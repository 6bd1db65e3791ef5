import { z } from "zod";
import { dayParam, wordsParam } from "@/lib/access/address-params";

export const BALANCE_PAGE = 50;

/** How the list of balances may be ordered: by name rising, by the rest falling. */
export const BALANCE_SORTS = ["overdue", "balance", "oldest", "name"] as const;
export type BalanceSort = (typeof BALANCE_SORTS)[number];

/** Where a page begins or ends: the value it is ordered by, the practice and the currency. */
export type BalanceKey = { value: string; practiceId: string; currency: string };

const keyText = wordsParam(300)
  .transform((text) => {
    const [currency, practiceId, ...value] = text.split("|");
    return { currency, practiceId, value: value.join("|") };
  })
  .pipe(z.object({ currency: z.string().regex(/^[A-Z]{3}$/), practiceId: z.uuid(), value: z.string() }));

/** A key as it stands in the address. */
export const balanceKeyText = ({ value, practiceId, currency }: BalanceKey): string =>
  `${currency}|${practiceId}|${value}`;

const isAmount = (text: string) => /^-?\d{1,12}(\.\d{1,2})?$/.test(text);
const isDay = (text: string) => dayParam.safeParse(text).success;

/** The filter of the list of balances as the address writes it; what cannot be read counts as not given. */
export const balanceFilterSchema = z
  .object({
    q: wordsParam(80).catch(""),
    show: z.enum(["owing", "overdue", "over60", "credit"]).nullable().catch(null),
    sort: z.enum(BALANCE_SORTS).catch("overdue"),
    /** The day the balances are of; null for the lab's today. */
    day: dayParam.nullable().catch(null),
    after: keyText.nullable().catch(null),
    before: keyText.nullable().catch(null),
  })
  .transform((filter) => {
    const fits = (key: BalanceKey | null) => {
      if (!key || filter.sort === "name") return key;
      return (filter.sort === "oldest" ? isDay(key.value) : isAmount(key.value)) ? key : null;
    };
    return { ...filter, after: fits(filter.after), before: fits(filter.before) };
  });
export type BalanceFilter = z.output<typeof balanceFilterSchema>;
