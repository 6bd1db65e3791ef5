import type { LotHead } from "@/lib/inventory/trace/lot-head";
import { Panel } from "../../ui/card";
import { DateTime } from "../../ui/time";

/** What of a lot was carried from place to place; nothing when it never was. */
export function CarriedList({ carried, unit }: { carried: LotHead["carried"]; unit: string }) {
  if (carried.length === 0) return null;
  return (
    <Panel title="Carried" aside={carried.length === 10 ? "The last 10" : undefined} flush>
      <ul aria-label="Carried from place to place" className="divide-y text-sm">
        {carried.map((each) => (
          <li key={each.id} className="flex flex-wrap gap-x-3 px-4 py-2">
            <span className="min-w-0 flex-1">
              {each.from ?? "No place noted"} → {each.to ?? "a place that was archived"}
              <span className="block text-muted">
                <DateTime iso={each.at} />, {each.by}
              </span>
            </span>
            <span className="whitespace-nowrap tabular-nums">
              {each.quantity ? `${each.quantity} ${unit}` : "all of it"}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
