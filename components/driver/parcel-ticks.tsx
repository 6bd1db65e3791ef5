import type { ReactNode } from "react";
import { Checkbox } from "../ui/checkbox";

export type TickedParcel = { id: string; code: string; detail: ReactNode };
type ParcelTicksProps = {
  label: string;
  parcels: readonly TickedParcel[];
  ticked: ReadonlySet<string>;
  onTick: (id: string, on: boolean) => void;
};

/** Parcels to tick off, for what has no label to scan. */
export function ParcelTicks({ label, parcels, ticked, onTick }: ParcelTicksProps) {
  return (
    <ul aria-label={label} className="divide-y rounded-xl border bg-surface">
      {parcels.map((parcel) => (
        <li key={parcel.id} className="px-4 py-1.5">
          <Checkbox
            checked={ticked.has(parcel.id)}
            onChange={(event) => onTick(parcel.id, event.target.checked)}
            label={<span className="text-base font-semibold tabular-nums">{parcel.code}</span>}
            hint={parcel.detail}
          />
        </li>
      ))}
    </ul>
  );
}
