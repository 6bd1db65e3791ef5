import { lineAmounts, sumOf } from "../line-amounts";
import type { PricedWork } from "../price-work";
import { INVOICE_EXCEPTION_LABEL, type InvoiceException, type InvoiceMode } from "../vocabulary";
import { type CaseToInvoice, isReady, type OpenDraft, type Waiting } from "./to-invoice";

export type BilledPractice = { id: string; name: string; code: string; email: string | null; mode: InvoiceMode };
export type Amounts = { currency: string; net: string; tax: string; total: string };

/** What keeps something from being sent, or is only to be looked at (`stops` false), and the page where it is mended. */
export type MonthEndException = {
  kind: InvoiceException | Waiting | "no_email" | "no_lines" | "foreign_currency";
  practice: string;
  /** A case or a draft; null for the practice itself. */
  about: string | null;
  words: string;
  href: string;
  mend: string;
  stops: boolean;
};

/** A practice with all that its month end would send, and how much of it (`left`: drafts to be) waits for an exception. */
export type MonthEndPractice = BilledPractice & {
  cases: number;
  items: number;
  /** Drafts that exist. */
  drafts: number;
  /** Invoices that would go out. */
  ready: number;
  left: number;
  /** Of what would go out, per currency. */
  amounts: Amounts[];
};

export type MonthEnd = { practices: MonthEndPractice[]; exceptions: MonthEndException[] };

const WAITING_WORDS: Record<Waiting, string> = {
  on_hold: "Delivered, but on hold",
  remake_asked: "The practice asked for a remake, which is not decided",
};
const MEND_PRICES: Record<InvoiceException, string> = {
  no_price_list: "Open the prices",
  no_price: "Set the price",
  no_tax_rate: "Open the tax rates",
};
const ORDER: MonthEndException["kind"][] = [
  "no_price_list",
  "no_price",
  "no_tax_rate",
  "no_email",
  "on_hold",
  "remake_asked",
  "no_lines",
  "foreign_currency",
];

/** An invoice as it will be: a draft with what is added to it, or a new one. */
type ToBe = {
  practiceId: string;
  currency: string;
  cases: Set<string>;
  items: number;
  isDraft: boolean;
  stops: boolean;
} & {
  amounts: { net: string; tax: string }[];
};

/**
 * What a month end finds, in the order in which the screen says it: exceptions first (those that stop something before those to look
 * at), then each practice with its invoices as they will be. `work` is what `cases` come to; a case that waits is in no invoice.
 */
export function assemble(
  practices: readonly BilledPractice[],
  cases: readonly CaseToInvoice[],
  work: readonly PricedWork[],
  drafts: readonly OpenDraft[],
  labCurrency: string,
): MonthEnd {
  const nameOf = new Map(practices.map(({ id, name }) => [id, name]));
  const exceptions: MonthEndException[] = [];
  const add = (practiceId: string, rest: Omit<MonthEndException, "practice">) =>
    exceptions.push({ practice: nameOf.get(practiceId) ?? "", ...rest });

  const toBe = new Map<string, ToBe>();
  for (const draft of drafts) {
    const { practiceId, currency, items, net, tax } = draft;
    toBe.set(keyOf(practiceId, draft.month, draft.caseId ?? draft.id, currency), {
      ...{ practiceId, currency, items, isDraft: true, stops: !isReady(draft), amounts: [{ net, tax }] },
      cases: new Set(Array.from({ length: draft.cases }, (_, i) => `${draft.id} ${i}`)),
    });
    for (const found of exceptionsOfDraft(draft)) add(practiceId, found);
  }
  for (const { id, number, practiceId, waiting } of cases) {
    if (waiting) {
      const words = WAITING_WORDS[waiting];
      add(practiceId, {
        kind: waiting,
        about: number,
        words,
        href: `/cases/${id}`,
        mend: "Open the case",
        stops: true,
      });
    }
  }
  for (const { found, day, currency, priceListId, lines } of work) {
    const month = found.mode === "monthly" ? `${day.slice(0, 7)}-01` : null;
    const key = keyOf(found.practiceId, month, found.id, currency);
    const unpriced = [...new Set(lines.flatMap(({ exception }) => exception ?? []))];
    for (const kind of unpriced) {
      const words = INVOICE_EXCEPTION_LABEL[kind];
      const href = priceListId ? `/prices?list=${priceListId}` : "/prices";
      add(found.practiceId, { kind, about: found.number, words, href, mend: MEND_PRICES[kind], stops: true });
    }
    const invoice = toBe.get(key) ?? {
      ...{ practiceId: found.practiceId, currency, items: 0, isDraft: false, stops: false, amounts: [] },
      cases: new Set<string>(),
    };
    invoice.cases.add(found.id);
    invoice.items += lines.length;
    invoice.stops ||= unpriced.length > 0;
    invoice.amounts.push(...lines.map(lineAmounts));
    toBe.set(key, invoice);
  }

  const byPractice = new Map<string, ToBe[]>();
  for (const invoice of toBe.values())
    byPractice.set(invoice.practiceId, [...(byPractice.get(invoice.practiceId) ?? []), invoice]);
  const rows = practices.flatMap((practice) => {
    const invoices = byPractice.get(practice.id);
    if (!invoices) return [];
    const edit = { href: `/practices/${practice.id}/edit`, about: null };
    if (!practice.email) {
      const words = "The practice has no e-mail address to send invoices to";
      add(practice.id, { kind: "no_email", words, mend: "Add the address", stops: true, ...edit });
    }
    for (const currency of new Set(invoices.map((invoice) => invoice.currency))) {
      if (currency === labCurrency) continue;
      const words = `Is invoiced in ${currency}, not in ${labCurrency}`;
      add(practice.id, { kind: "foreign_currency", words, mend: "Look at its terms", stops: false, ...edit });
    }
    return [rowOf(practice, invoices)];
  });
  exceptions.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return { practices: rows, exceptions };
}

const keyOf = (practiceId: string, month: string | null, otherwise: string, currency: string) =>
  `${month ? `${practiceId} ${month}` : otherwise} ${currency}`;

function exceptionsOfDraft(draft: OpenDraft): Omit<MonthEndException, "practice">[] {
  const about = draft.month ? `Draft of ${draft.month.slice(0, 7)}` : "Draft";
  const open = { about, href: `/invoices/${draft.id}`, mend: "Open the draft", stops: true };
  const priced = draft.exceptions.map((kind) => ({ kind, words: INVOICE_EXCEPTION_LABEL[kind], ...open }));
  const waiting = draft.waiting.map(({ id, number, why }) => ({
    ...{ kind: why, about: `${about}, ${number}`, words: WAITING_WORDS[why] },
    ...{ href: `/cases/${id}`, mend: "Open the case", stops: true },
  }));
  const empty = draft.lines === 0 ? [{ kind: "no_lines" as const, words: "The draft has no lines", ...open }] : [];
  return [...priced, ...waiting, ...empty];
}

function rowOf(practice: BilledPractice, invoices: readonly ToBe[]): MonthEndPractice {
  const ready = invoices.filter(({ stops }) => !stops);
  const amounts = [...new Set(ready.map(({ currency }) => currency))].map((currency): Amounts => {
    const all = ready.filter((invoice) => invoice.currency === currency).flatMap((invoice) => invoice.amounts);
    const [net, tax] = [sumOf(all.map((each) => each.net)), sumOf(all.map((each) => each.tax))];
    return { currency, net, tax, total: sumOf([net, tax]) };
  });
  return {
    ...practice,
    cases: invoices.reduce((sum, { cases }) => sum + cases.size, 0),
    items: invoices.reduce((sum, { items }) => sum + items, 0),
    drafts: invoices.filter(({ isDraft }) => isDraft).length,
    ready: practice.email ? ready.length : 0,
    left: practice.email ? invoices.length - ready.length : invoices.length,
    amounts,
  };
}
