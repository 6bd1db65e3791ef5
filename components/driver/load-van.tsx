"use client";

import { Play } from "lucide-react";
import { type Day, type DayRoute, toLoad } from "@/lib/logistics/road/day";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { DateTime } from "../ui/time";
import { ParcelTicks } from "./parcel-ticks";
import { ScanCheck, type Verdict } from "./scan-check";
import { ThumbBar } from "./thumb-bar";
import type { Act } from "./use-road-phone";

/** Scans the parcels onto the van, names the missing ones, and starts the route. */
export function LoadVan({ route, day, act }: { route: DayRoute; day: Day; act: Act }) {
  const parcels = toLoad(route);
  const on = new Set(parcels.filter((parcel) => parcel.place === "van").map((parcel) => parcel.id));
  const missing = parcels.filter((parcel) => !on.has(parcel.id));
  const load = (parcelId: string, loaded: boolean) =>
    void act({ kind: loaded ? "load" : "unload", routeId: route.id, parcelId });
  const check = (code: string): Verdict => {
    const parcel = parcels.find((one) => one.code.toUpperCase() === code);
    if (!parcel) return { right: false, words: `${code} is not on this route. Leave it at the lab.` };
    if (on.has(parcel.id)) return { right: true, words: `${parcel.code} is on the van already` };
    load(parcel.id, true);
    return { right: true, words: `${parcel.code} for ${parcel.stop.practice} (${on.size + 1} of ${parcels.length})` };
  };
  const tooEarly = route.routeDate > day.today;
  const some = on.size > 0 && missing.length > 0;
  const start = () => {
    const going = on.size === 0 ? parcels : parcels.filter((one) => on.has(one.id));
    void act({ kind: "start", routeId: route.id, parcelIds: going.map((one) => one.id) });
  };
  return (
    <>
      {parcels.length > 0 && (
        <section aria-label="Load the van" className="flex flex-col gap-3">
          <p className="flex items-baseline justify-between text-lg font-semibold">
            <span>On the van</span>
            <span className="text-2xl tabular-nums">
              {on.size}/{parcels.length}
            </span>
          </p>
          <ScanCheck label="Scan parcels onto the van" check={check} />
          <ParcelTicks
            label="Parcels of this route"
            parcels={parcels.map((one) => ({ ...one, detail: `${one.stop.position}. ${one.stop.practice}` }))}
            ticked={on}
            onTick={load}
          />
          {some && (
            <Notice tone="warning" title={`${missing.length} not on the van`}>
              {missing.map((one) => `${one.code} (${one.stop.practice})`).join(", ")}. What you start without stays at
              the lab for another route.
            </Notice>
          )}
        </section>
      )}
      <ThumbBar>
        {tooEarly && (
          <p className="text-center text-sm text-muted">
            Planned for <DateTime iso={route.routeDate} format="day" />
          </p>
        )}
        {on.size === 0 && parcels.length > 0 && (
          <p className="text-center text-sm text-muted">Nothing is scanned: all {parcels.length} count as loaded.</p>
        )}
        <Button
          variant={some ? "secondary" : "primary"}
          size="lg"
          icon={<Play />}
          className="w-full"
          disabled={route.stops.length === 0 || tooEarly}
          onClick={start}
        >
          {some ? `Start without ${missing.length}` : "Start route"}
        </Button>
      </ThumbBar>
    </>
  );
}
