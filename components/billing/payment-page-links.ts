import type { PaymentPage } from "@/lib/billing/ledger/list-payments";
import type { PaymentFilter } from "@/lib/billing/ledger/payment-filter";

/** Addresses of the pages of payments beside this one, with the filter kept. */
export function paymentPageLinks(
  { q, method, month, practice, credit }: PaymentFilter,
  { newer, older }: Pick<PaymentPage, "newer" | "older">,
): { newerHref?: string; olderHref?: string } {
  const kept = Object.entries({ q, method, month, practice, credit }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  const at = (direction: "after" | "before", key: string | null) =>
    key ? `/invoices/payments?${new URLSearchParams([...kept, [direction, key]])}` : undefined;
  return { newerHref: at("before", newer), olderHref: at("after", older) };
}

/** The last 24 months, this one first, for a choice: first day and name by locale (BCP 47). `today` is the lab's day. */
export function lastMonths(today: string, locale: string): { value: string; label: string }[] {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const name = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return Array.from({ length: 24 }, (_, back) => {
    const first = new Date(Date.UTC(year, month - 1 - back, 1));
    return { value: first.toISOString().slice(0, 10), label: name.format(first) };
  });
}
