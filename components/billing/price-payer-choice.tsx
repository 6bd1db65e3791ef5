"use client";

import { useEffect, useRef, useState } from "react";
import { findPayers } from "@/lib/billing/prices/actions";
import type { Payer } from "@/lib/billing/prices/check-price";
import { Combobox, type ComboboxOption } from "../ui/combobox";

const PAUSE_MS = 200;

const optionOf = ({ practiceId, practice, dentistId, dentist }: Payer): ComboboxOption => ({
  value: dentistId ? `${practiceId} ${dentistId}` : practiceId,
  label: dentist ? `${dentist}, ${practice}` : practice,
  detail: dentist ? "terms of their own" : undefined,
});

type PayerChoiceProps = { value: string; onValueChange: (value: string) => void };

/** A practice, or a dentist with own terms at one, found by name. The value is the practice's id, a blank and the dentist's. */
export function PayerChoice({ value, onValueChange }: PayerChoiceProps) {
  const [options, setOptions] = useState<ComboboxOption[]>([]);
  const [searching, setSearching] = useState(false);
  const [label, setLabel] = useState("");
  const latest = useRef(0);
  useEffect(() => {
    findPayers({ words: "" }).then(
      (found) => found.ok && latest.current === 0 && setOptions(found.data.map(optionOf)),
      () => undefined,
    );
  }, []);
  const search = (words: string) => {
    const own = ++latest.current;
    setSearching(true);
    setTimeout(async () => {
      if (own !== latest.current) return;
      const found = await findPayers({ words }).catch(() => null);
      if (own !== latest.current) return;
      setSearching(false);
      setOptions(found?.ok ? found.data.map(optionOf) : []);
    }, PAUSE_MS);
  };
  return (
    <Combobox
      options={options}
      value={value}
      valueLabel={label}
      searching={searching}
      onSearch={search}
      placeholder="Choose a practice"
      searchPlaceholder="Practice, code or dentist"
      onValueChange={(next) => {
        setLabel(options.find((option) => option.value === next)?.label ?? "");
        onValueChange(next);
      }}
    />
  );
}
