"use client";

import { useRef, useState } from "react";
import type { ItemChoice } from "@/lib/inventory/items/read-item";
import { findItems } from "@/lib/inventory/lots/actions";
import { Combobox } from "../../ui/combobox";

type ItemSearchProps = { value: string; valueLabel?: string; onChoose: (item: ItemChoice) => void };

/** An item found by its name, code, barcode number or lot. */
export function ItemSearch({ value, valueLabel, onChoose }: ItemSearchProps) {
  const [items, setItems] = useState<ItemChoice[]>([]);
  const [searching, setSearching] = useState(false);
  const asked = useRef(0);
  const search = async (words: string) => {
    const turn = ++asked.current;
    setSearching(true);
    await new Promise((resolve) => setTimeout(resolve, words ? 200 : 0));
    if (turn !== asked.current) return;
    const answer = await findItems({ words }).catch(() => null);
    if (turn !== asked.current) return;
    setSearching(false);
    if (answer?.ok) setItems(answer.data);
  };
  return (
    <Combobox
      options={items.map(({ id, name, sku, unit }) => ({ value: id, label: name, detail: `${sku} · ${unit}` }))}
      value={value}
      valueLabel={valueLabel}
      onValueChange={(id) => {
        const item = items.find((one) => one.id === id);
        if (item) onChoose(item);
      }}
      onSearch={(words) => void search(words)}
      searching={searching}
      placeholder="Choose an item"
      searchPlaceholder="Name, code or barcode"
      emptyText="No item matches"
    />
  );
}
