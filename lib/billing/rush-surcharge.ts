import type { Urgency } from "@/lib/cases/vocabulary";
import { fromHundredths, toHundredths } from "./hundredths";
import { lineAmounts, sumOf } from "./line-amounts";
import { type PricedItem, type PriceListTerms, priceCase } from "./pricing";

/** The lists that price a practice's work on `day`, first one first, and its discount. */
export type RushTerms = { day: string; lists: PriceListTerms[]; discountPercent: string };

/** The rush terms of a practice, and of its dentists who have prices or a discount of their own there, by their id. */
export type PracticeRushTerms = { usual: RushTerms; ofDentist: Record<string, RushTerms> };

/** The terms that a dentist's rushed work is charged by at the practice; without a dentist the practice's own. */
export const rushTermsFor = ({ usual, ofDentist }: PracticeRushTerms, dentistId: string): RushTerms =>
  ofDentist[dentistId] ?? usual;

export type RushSurcharge = {
  /** What rushing adds, net of tax, in `currency`. */
  amount: string;
  currency: string;
  /** Items that the lists have no price for; their surcharge is not in the amount. */
  unpriced: number;
};

/** What rushing these items costs more than their usual price; null when no list holds. Rush and emergency bear the same. */
export function rushSurcharge(items: PricedItem[], { day, lists, discountPercent }: RushTerms): RushSurcharge | null {
  const [first, second] = lists;
  if (!first || items.length === 0) return null;
  const terms = { ownList: first, defaultLists: second ? [second] : [], taxes: [], discountPercent, exemptNote: null };
  const total = (urgency: Urgency) => sumOf(priceCase(items, urgency, terms, day).map((line) => lineAmounts(line).net));
  const unpriced = priceCase(items, "rush", terms, day).filter(
    (line) => line.per === null && !line.includedInCase,
  ).length;
  const amount = fromHundredths(toHundredths(total("rush")) - toHundredths(total("standard")));
  return { amount, currency: first.currency, unpriced };
}
