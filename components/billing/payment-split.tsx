"use client";

import { ListStart } from "lucide-react";
import { useId } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { fromHundredths, toHundredths } from "@/lib/billing/hundredths";
import { fillInOrder } from "@/lib/billing/ledger/fill-in-order";
import type { OpenInvoice } from "@/lib/billing/ledger/open-invoices";
import { Field } from "../forms/field";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Money } from "../ui/money";
import { DateTime } from "../ui/time";

/** The values of a form that shares money out; each amount as typed. */
export type SplitValues = { invoices: { invoiceId: string; amount: string }[] };

/** Hundredths of what was typed; null for what is no amount. */
export function typedAmount(text: string): bigint | null {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return 0n;
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? toHundredths(plain) : null;
}

/** What `available` (a decimal string) comes to over the invoices, the oldest first; "" where nothing is left. */
export function oldestFirst(available: string, invoices: readonly OpenInvoice[]): string[] {
  const limits = invoices.map(({ balance }) => balance);
  return fillInOrder(available, limits).map((part) => (part === "0.00" ? "" : part));
}

type SplitProps = {
  invoices: readonly OpenInvoice[];
  currency: string;
  /** What there is to share out, in hundredths; null while it is no amount. */
  available: bigint | null;
  /** Words for what is there: "Received" or "Credit". */
  availableLabel: string;
  /** Somebody wrote an amount by hand, so that nothing is proposed any more. */
  onTouched?: () => void;
};

/** How much of the money settles which invoice, with what remains. Inside a form of `SplitValues`. */
export function PaymentSplit({ invoices, currency, available, availableLabel, onTouched }: SplitProps) {
  const heading = useId();
  const form = useFormContext<SplitValues>();
  const written = useWatch({ control: form.control, name: "invoices" });
  const parts = (written ?? []).map(({ amount }) => typedAmount(amount));
  const used = parts.some((part) => part === null) ? null : parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n);
  const put = (place: number, amount: string) => form.setValue(`invoices.${place}.amount`, amount);
  const propose = () => {
    if (available === null) return;
    for (const [i, amount] of oldestFirst(fromHundredths(available), invoices).entries()) put(i, amount);
  };
  return (
    <fieldset aria-labelledby={heading} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={heading} className="text-sm font-semibold">
          Open invoices
        </h2>
        <Button size="sm" icon={<ListStart />} onClick={propose} disabled={available === null}>
          Oldest first
        </Button>
      </div>
      <ul className="divide-y rounded-lg border bg-surface">
        {invoices.map((invoice, i) => (
          <li
            key={invoice.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_8rem_9rem]"
          >
            <span className="min-w-0 text-sm">
              <span className="font-medium tabular-nums">{invoice.number}</span>
              <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
                due <DateTime iso={invoice.dueOn} format="date" />
                <Late days={invoice.daysLate} />
              </span>
            </span>
            <span className="text-right text-sm">
              <Money amount={invoice.balance} currency={currency} />
              <span className="block text-xs text-muted">owed</span>
            </span>
            <Field
              name={`invoices.${i}.amount`}
              label={`Amount for ${invoice.number}`}
              hideLabel
              className="max-sm:col-span-2"
            >
              <Input
                inputMode="decimal"
                autoComplete="off"
                placeholder="0.00"
                className="text-right tabular-nums"
                {...form.register(`invoices.${i}.amount`, { onChange: onTouched })}
              />
            </Field>
          </li>
        ))}
      </ul>
      <Remainder available={available} used={used} currency={currency} availableLabel={availableLabel} />
    </fieldset>
  );
}

function Late({ days }: { days: number }) {
  if (days > 0) return <Badge tone="danger">{days === 1 ? "1 day late" : `${days} days late`}</Badge>;
  return <span>{days === 0 ? "due today" : `in ${-days} days`}</span>;
}

type RemainderProps = { available: bigint | null; used: bigint | null; currency: string; availableLabel: string };

function Remainder({ available, used, currency, availableLabel }: RemainderProps) {
  const known = available !== null && used !== null;
  const left = known ? available - used : null;
  const money = (value: bigint | null) => (
    <Money amount={value === null ? "–" : fromHundredths(value)} currency={currency} />
  );
  return (
    <dl aria-live="polite" className="flex flex-wrap justify-end gap-x-6 gap-y-1 text-sm">
      <div className="flex gap-2">
        <dt className="text-muted">{availableLabel}</dt>
        <dd>{money(available)}</dd>
      </div>
      <div className="flex gap-2">
        <dt className="text-muted">On invoices</dt>
        <dd>{money(used)}</dd>
      </div>
      <div
        className={
          left !== null && left < 0n ? "flex gap-2 font-semibold text-danger-text" : "flex gap-2 font-semibold"
        }
      >
        <dt>{left !== null && left < 0n ? "Too much" : "Left as credit"}</dt>
        <dd>{money(left !== null && left < 0n ? -left : left)}</dd>
      </div>
    </dl>
  );
}
