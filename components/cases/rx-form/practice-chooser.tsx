"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { ServerAction } from "@/components/forms/action-result";
import { Field } from "@/components/forms/field";
import { Card } from "@/components/ui/card";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { toast } from "@/components/ui/toast";

type Found = { id: string; name: string; code: string; postcode: string }[];

const PAUSE_MS = 200;

const optionsOf = (found: Found): ComboboxOption[] =>
  found.map((p) => ({ value: p.id, label: p.name, detail: [p.code, p.postcode].join(" · ") }));

type PracticeChooserProps = {
  first: Found;
  find: ServerAction<{ query: string }, Found>;
  base: string;
  /** What it is chosen for. */
  hint?: string;
};

/** For which practice the front desk does something, such as entering a case; the choice is in the address. */
export function PracticeChooser({
  first,
  find,
  base,
  hint = "The case is entered for this practice and its dentist.",
}: PracticeChooserProps) {
  const router = useRouter();
  const [options, setOptions] = useState(() => optionsOf(first));
  const [searching, setSearching] = useState(false);
  const [chosen, setChosen] = useState("");
  const latest = useRef(0);
  const search = (query: string) => {
    const own = ++latest.current;
    setSearching(true);
    setTimeout(async () => {
      if (own !== latest.current) return;
      const result = await find({ query }).catch(() => null);
      if (own !== latest.current) return;
      setSearching(false);
      if (result?.ok) setOptions(optionsOf(result.data));
      else toast.error("The practices could not be searched.");
    }, PAUSE_MS);
  };
  return (
    <Card className="max-w-xl">
      <Field label="Practice" hint={hint}>
        <Combobox
          options={options}
          value={chosen}
          searching={searching}
          onSearch={search}
          placeholder="Choose the practice"
          searchPlaceholder="Name, code or postcode"
          onValueChange={(id) => {
            setChosen(id);
            if (id) router.push(`${base}?practice=${id}`);
          }}
        />
      </Field>
    </Card>
  );
}
