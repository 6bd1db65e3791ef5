"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ListedPrice } from "@/lib/billing/price-lists";
import { setPrice } from "@/lib/billing/prices/actions";
import { refusalText, useAction } from "../forms/use-action";
import { cn } from "../ui/cn";
import { toast } from "../ui/toast";

type Amount = "price" | "rushSurchargePercent";
/** Prices as they were last saved from this screen, by id, for cells of a row that know an older version. */
export type SavedPrices = Map<string, Pick<ListedPrice, "version" | Amount>>;

type PriceCellProps = {
  listId: string;
  price: ListedPrice;
  column: Amount;
  /** Accessible name. */
  label: string;
  saved: SavedPrices;
};

/** An amount that is changed where it stands: Enter or leaving saves, Escape takes back, the arrow keys go up and down. */
export function PriceCell({ listId, price, column, label, saved }: PriceCellProps) {
  const router = useRouter();
  const given = price[column];
  const [text, setText] = useState(given);
  const sent = useRef(given);
  useEffect(() => {
    sent.current = given;
    setText(given);
  }, [given]);
  const { run, pending } = useAction(setPrice, {
    onSuccess: ({ version }) => {
      saved.set(price.id, { ...latest(), [column]: sent.current, version });
      router.refresh();
    },
    onRefused: (refusal) => {
      toast.error(refusalText(refusal));
      sent.current = given;
      setText(given);
      router.refresh();
    },
  });
  const latest = () => {
    const known = saved.get(price.id);
    return known && known.version > price.version ? known : price;
  };
  const save = () => {
    const value = text.trim().replace(",", ".");
    if (value === "" || Number(value) === Number(sent.current)) return setText(sent.current);
    sent.current = value;
    const { id, procedureType, material, per, taxRateId } = price;
    const { version, price: amount, rushSurchargePercent } = latest();
    const input = { priceListId: listId, priceId: id, version, procedureType, material: material ?? "", per } as const;
    run({ ...input, price: amount, rushSurchargePercent, taxRateId: taxRateId ?? "", [column]: value });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") return setText(sent.current);
    const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const cells = [...document.querySelectorAll<HTMLInputElement>(`input[data-amount="${column}"]`)];
    const next = cells[cells.indexOf(event.currentTarget) + by];
    if (next) next.focus();
    else save();
  };
  return (
    <input
      aria-label={label}
      aria-busy={pending}
      data-amount={column}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={save}
      onKeyDown={onKeyDown}
      className={cn(
        "relative z-10 h-7 w-full min-w-16 max-w-28 rounded-sm border border-line bg-transparent px-1.5 text-right text-sm tabular-nums hover:border-line-strong focus:border-accent focus:bg-surface touch:h-11",
        pending && "opacity-60",
      )}
    />
  );
}
