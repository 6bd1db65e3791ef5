import { jawOf } from "@/lib/cases/teeth";
import type { Arch, Material, ProcedureType, Urgency } from "@/lib/cases/vocabulary";
import { divideRounded, fromHundredths, toHundredths } from "./hundredths";
import type { InvoiceException, PriceUnit } from "./vocabulary";

/** One row of a price list. Amounts and percentages are decimal strings; `material` null is the price of any material. */
export type Price = {
  id: string;
  procedureType: ProcedureType;
  material: Material | null;
  per: PriceUnit;
  price: string;
  rushSurchargePercent: string;
  /** Name of the tax this price bears; null means the lab's default. */
  taxName: string | null;
};

/** A price list with the days it holds (`YYYY-MM-DD`, both included; null means until further notice). */
export type PriceListTerms = {
  id: string;
  currency: string;
  validFrom: string;
  validTo: string | null;
  prices: Price[];
};

/** A rate of a tax from a day on. Rates of one tax bear one name; the newest that has begun holds. */
export type TaxTerms = {
  name: string;
  percent: string;
  validFrom: string;
  isDefault: boolean;
  /** Why this tax, of 0 %, is none, as the law wants it on the invoice; null where it is an ordinary rate. */
  exemptNote: string | null;
};

/** What a practice pays by. */
export type Terms = {
  /** The list agreed with the practice, if there is one. */
  ownList: PriceListTerms | null;
  /** The lab's default lists, of any days. */
  defaultLists: PriceListTerms[];
  taxes: TaxTerms[];
  discountPercent: string;
  /** Why the practice bears no tax at all, as its invoices say it; null when it does. */
  exemptNote: string | null;
};

export type PricedItem = {
  id: string;
  procedureType: ProcedureType;
  material: Material | null;
  arch: Arch | null;
  /** FDI. */
  teeth: readonly number[];
  units: number;
};

export type PricedLine = {
  itemId: string;
  quantity: string;
  /** With the rush surcharge in it; "0.00" where `exception` says why there is no price, or `includedInCase` that it is paid for. */
  unitPrice: string;
  discountPercent: string;
  taxPercent: string;
  /** The tax it bears; null where it bears none. */
  taxName: string | null;
  /** Why it bears none. */
  exemptNote: string | null;
  /** The price that was found and the list it is on. */
  found: { listId: string; price: Price } | null;
  per: PriceUnit | null;
  /** The surcharge that went into the unit price, such as "35.00"; null when none did. */
  rushPercent: string | null;
  /** Another item of the case bears the price, which is one per case. */
  includedInCase: boolean;
  exception: InvoiceException | null;
};

const holds = (list: PriceListTerms, day: string) =>
  list.validFrom <= day && (list.validTo === null || list.validTo >= day);

const latest = <T extends { validFrom: string }>(those: readonly T[]): T | undefined =>
  those.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];

/**
 * The list that was agreed with a practice or dentist as it stands on a day: of it and the lists that go on from it, one after another,
 * the one that began last and holds; the agreed one itself where none does. Null where it is not among `lists` (put away).
 */
export function agreedListOn<List extends PriceListTerms & { followsId: string | null }>(
  lists: readonly List[],
  agreedId: string,
  day: string,
): List | null {
  const chain = lists.filter(({ id }) => id === agreedId);
  for (const each of chain) chain.push(...lists.filter((list) => list.followsId === each.id && !chain.includes(list)));
  return latest(chain.filter((list) => holds(list, day))) ?? chain[0] ?? null;
}

/**
 * The lists that price a day's work for a practice, the first one first: its own where that holds on the day, then the lab's
 * default that began last. The default fills what the practice's own list leaves out, if both are in one currency.
 */
export function listsOn(terms: Pick<Terms, "ownList" | "defaultLists">, day: string): PriceListTerms[] {
  const own = terms.ownList && holds(terms.ownList, day) ? terms.ownList : undefined;
  const standard = latest(terms.defaultLists.filter((list) => holds(list, day)));
  if (!own) return standard ? [standard] : [];
  return standard && standard.id !== own.id && standard.currency === own.currency ? [own, standard] : [own];
}

/** The price of an item: list by list, that of its material before that of any material. */
function priceFor(lists: PriceListTerms[], item: Pick<PricedItem, "procedureType" | "material">): PricedLine["found"] {
  for (const { id, prices } of lists) {
    const ofType = prices.filter((price) => price.procedureType === item.procedureType);
    const price =
      ofType.find((each) => each.material !== null && each.material === item.material) ??
      ofType.find((each) => each.material === null);
    if (price) return { listId: id, price };
  }
  return null;
}

/**
 * The rate of a tax on a day, by name; where no name is given of the lab's default, which is the tax of the default rate that began
 * last (a later rate of that tax replaces it, whether marked as the default or not). Undefined when none had begun.
 */
export function taxOn(taxes: TaxTerms[], name: string | null, day: string): TaxTerms | undefined {
  const begun = taxes.filter((tax) => tax.validFrom <= day);
  const wanted = name ?? latest(begun.filter((tax) => tax.isDefault))?.name;
  return latest(begun.filter((tax) => tax.name === wanted));
}

/** The percentage of `taxOn`. */
export const taxPercentOn = (taxes: TaxTerms[], name: string | null, day: string): string | undefined =>
  taxOn(taxes, name, day)?.percent;

type BorneTax = Pick<PricedLine, "taxPercent" | "taxName" | "exemptNote"> & { isMissing: boolean };

/** What tax a line bears on a day: none where the practice is exempt, else that of its price or the lab's default. */
export function taxBorne(terms: Pick<Terms, "taxes" | "exemptNote">, name: string | null, day: string): BorneTax {
  if (terms.exemptNote !== null) {
    return { taxPercent: "0.00", taxName: null, exemptNote: terms.exemptNote, isMissing: false };
  }
  const tax = taxOn(terms.taxes, name, day);
  return {
    taxPercent: tax?.percent ?? "0.00",
    taxName: tax?.name ?? null,
    exemptNote: tax?.exemptNote ?? null,
    isMissing: !tax,
  };
}

/** How many arches an item covers: said by its arch, else by its teeth, else one. */
export function archesOf(item: Pick<PricedItem, "arch" | "teeth">): number {
  if (item.arch) return item.arch === "both" ? 2 : 1;
  return Math.max(1, new Set(item.teeth.map(jawOf)).size);
}

/** A price with its surcharge, rounded half up to the cent. */
function withSurcharge(price: string, percent: string): string {
  return fromHundredths(divideRounded(toHundredths(price) * (10_000n + toHundredths(percent)), 10_000n));
}

/**
 * Prices the living items of a case, in the order of their positions, by the practice's terms on `day` (the lab's day of
 * delivery). Rush and emergency cases bear the price's rush surcharge. A price per case is charged with the first item that has
 * it. Where there is no list, price or tax, the line says so (`exception`) and is to be fixed by a person: never a silent zero.
 */
export function priceCase(items: PricedItem[], urgency: Urgency, terms: Terms, day: string): PricedLine[] {
  const lists = listsOn(terms, day);
  const chargedPerCase = new Set<string>();
  return items.map((item) => {
    const found = priceFor(lists, item);
    const price = found?.price;
    const { isMissing, ...tax } = taxBorne(terms, price?.taxName ?? null, day);
    const line = { itemId: item.id, discountPercent: terms.discountPercent, found, ...tax };
    if (!price) {
      const exception = lists.length === 0 ? "no_price_list" : "no_price";
      const nothing = { unitPrice: "0.00", per: null, rushPercent: null, includedInCase: false };
      return { ...line, ...nothing, quantity: `${item.units}.00`, exception };
    }
    const includedInCase = price.per === "case" && chargedPerCase.has(price.id);
    if (price.per === "case") chargedPerCase.add(price.id);
    const rushed = urgency !== "standard" && toHundredths(price.rushSurchargePercent) > 0n && !includedInCase;
    const quantity = { unit: item.units, arch: archesOf(item), case: 1 }[price.per];
    return {
      ...line,
      quantity: `${quantity}.00`,
      unitPrice: includedInCase ? "0.00" : withSurcharge(price.price, rushed ? price.rushSurchargePercent : "0.00"),
      per: price.per,
      rushPercent: rushed ? price.rushSurchargePercent : null,
      includedInCase,
      exception: isMissing ? "no_tax_rate" : null,
    };
  });
}
