"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { ENCLOSED, ENCLOSED_LABEL, type Enclosed } from "@/lib/cases/particulars/words";
import { useRx } from "./rx-context";

/** What the practice sends along and wants back; the front desk compares it at receiving. */
export function EnclosuresField() {
  const { values, set } = useRx();
  const { enclosures } = values;
  const toggle = (thing: Enclosed, along: boolean) =>
    set({ enclosures: ENCLOSED.filter((one) => (one === thing ? along : enclosures.includes(one))) });
  return (
    <fieldset className="mt-4">
      <legend className="text-sm font-medium">Sent along, to come back with the case</legend>
      <div className="mt-1 grid grid-cols-2 gap-x-3 sm:grid-cols-3 xl:grid-cols-4">
        {ENCLOSED.map((thing) => (
          <Checkbox
            key={thing}
            label={ENCLOSED_LABEL[thing]}
            checked={enclosures.includes(thing)}
            onChange={(event) => toggle(thing, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
