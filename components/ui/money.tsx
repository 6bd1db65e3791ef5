"use client";

import { cn } from "./cn";
import { moneyText } from "./money-text";
import { useRegion } from "./region";

type MoneyProps = {
  /** Decimal string as the database gives it, e.g. "1234.50". */
  amount: string;
  /** ISO 4217; default the lab's. */
  currency?: string;
  locale?: string;
  className?: string;
};

/** An amount in its currency, with figures of equal width. */
export function Money({ amount, currency, locale, className }: MoneyProps) {
  const region = useRegion();
  return (
    <span className={cn("tabular-nums whitespace-nowrap", className)} suppressHydrationWarning>
      {moneyText(amount, currency ?? region.currency, locale ?? region.locale)}
    </span>
  );
}
