"use client";

import { useRef, useState } from "react";
import { findPracticesForTemplate } from "@/lib/logistics/templates/actions";
import { Combobox, type ComboboxOption } from "../../ui/combobox";
import { toast } from "../../ui/toast";

type Added = { practiceId: string; practice: string; city: string | null };

const PAUSE_MS = 200;

/** A practice as the search finds it. */
export type FoundPractice = { id: string; name: string; code: string; postcode: string };

type AddPracticeProps = {
  /** What is offered before anything is typed. */
  first: readonly FoundPractice[];
  taken: readonly string[];
  onAdd: (practice: Added) => void;
};

const optionsOf = (found: readonly FoundPractice[]): ComboboxOption[] =>
  found.map(({ id, name, code, postcode }) => ({ value: id, label: name, detail: `${code} · ${postcode}` }));

/** Finds a practice by name, code or postcode and adds it. */
export function AddPractice({ first, taken, onAdd }: AddPracticeProps) {
  const [options, setOptions] = useState(() => optionsOf(first));
  const [searching, setSearching] = useState(false);
  const latest = useRef(0);
  const search = (query: string) => {
    const own = ++latest.current;
    setSearching(true);
    setTimeout(async () => {
      if (own !== latest.current) return;
      const result = await findPracticesForTemplate({ query }).catch(() => null);
      if (own !== latest.current) return;
      setSearching(false);
      if (!result?.ok) return toast.error("The practices could not be searched.");
      setOptions(optionsOf(result.data));
    }, PAUSE_MS);
  };
  return (
    <Combobox
      aria-label="Add a practice"
      options={options.filter(({ value }) => !taken.includes(value))}
      value=""
      searching={searching}
      onSearch={search}
      placeholder="Add a practice"
      searchPlaceholder="Name, code or postcode"
      onValueChange={(id) => {
        const found = options.find(({ value }) => value === id);
        if (found) onAdd({ practiceId: id, practice: found.label, city: null });
      }}
    />
  );
}
