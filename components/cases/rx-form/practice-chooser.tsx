"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ServerAction } from "@/components/forms/action-result";
import { Field } from "@/components/forms/field";
import { Card } from "@/components/ui/card";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { toast } from "@/components/ui/toast";

type Found = { id: string; name: string; code: string; postcode: string }[];

/** For which practice the front desk enters a case; the choice is in the address. */
export function PracticeChooser({ find, base }: { find: ServerAction<{ query: string }, Found>; base: string }) {
  const router = useRouter();
  const [options, setOptions] = useState<ComboboxOption[]>([]);
  const [searching, setSearching] = useState(false);
  const [chosen, setChosen] = useState("");
  const latest = useRef(0);
  const search = useCallback(
    async (query: string) => {
      const own = ++latest.current;
      setSearching(true);
      const result = await find({ query }).catch(() => null);
      if (own !== latest.current) return;
      setSearching(false);
      if (!result?.ok) return void toast.error("The practices could not be searched.");
      setOptions(result.data.map((p) => ({ value: p.id, label: p.name, detail: [p.code, p.postcode].join(" · ") })));
    },
    [find],
  );
  useEffect(() => void search(""), [search]);
  return (
    <Card className="max-w-xl">
      <Field label="Practice" hint="The case is entered for this practice and its dentist.">
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
