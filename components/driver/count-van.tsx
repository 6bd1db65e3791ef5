"use client";

import { ClipboardCheck } from "lucide-react";
import { useState } from "react";
import type { DayRoute } from "@/lib/logistics/road/day";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { ParcelTicks } from "./parcel-ticks";
import { ScanCheck, type Verdict } from "./scan-check";
import { ThumbBar } from "./thumb-bar";
import type { Act } from "./use-road-phone";

/** The count at the lab: what is on the van is scanned or ticked, what is missing is said loudly, and the route ends. */
export function CountVan({ route, act }: { route: DayRoute; act: Act }) {
  const [there, setThere] = useState<ReadonlySet<string>>(new Set());
  const [strange, setStrange] = useState<readonly string[]>([]);
  const missing = route.van.filter((parcel) => !there.has(parcel.id));
  const tick = (id: string, on: boolean) =>
    setThere(new Set(on ? [...there, id] : [...there].filter((one) => one !== id)));
  const known = route.stops.flatMap((stop) => stop.deliveries.flatMap((one) => one.parcels));
  const check = (code: string): Verdict => {
    const parcel = route.van.find((one) => one.code.toUpperCase() === code);
    if (parcel) {
      tick(parcel.id, true);
      return {
        right: true,
        words: `${parcel.code} is here (${there.size + (there.has(parcel.id) ? 0 : 1)} of ${route.van.length})`,
      };
    }
    const other = known.find((one) => one.code.toUpperCase() === code);
    if (other) setStrange([...new Set([...strange, other.id])]);
    return { right: false, words: `${code} should not be on the van. Tell the office.` };
  };
  return (
    <section aria-label="Count the van" className="flex flex-col gap-3">
      <p className="flex items-baseline justify-between text-lg font-semibold">
        <span>Back at the lab: count the van</span>
        <span className="text-2xl tabular-nums">
          {there.size}/{route.van.length}
        </span>
      </p>
      <ScanCheck label="Scan what is on the van" check={check} />
      <ParcelTicks
        label="Should be on the van"
        parcels={route.van.map((one) => ({
          ...one,
          detail: one.origin === "pickup" ? `Collected from ${one.practice}` : `Not delivered to ${one.practice}`,
        }))}
        ticked={there}
        onTick={tick}
      />
      {missing.length > 0 && there.size > 0 && (
        <Notice tone="danger" title={`${missing.length} missing`}>
          {missing.map((one) => `${one.code} (${one.practice})`).join(", ")}
        </Notice>
      )}
      <ThumbBar>
        <Button
          variant={missing.length > 0 ? "danger" : "primary"}
          size="lg"
          icon={<ClipboardCheck />}
          className="w-full"
          onClick={() => void act({ kind: "count", routeId: route.id, parcelIds: [...there, ...strange] })}
        >
          {missing.length > 0 ? `End the route, ${missing.length} missing` : "Everything is here, end the route"}
        </Button>
      </ThumbBar>
    </section>
  );
}
