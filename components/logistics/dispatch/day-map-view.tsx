"use client";

import { useState } from "react";
import type { DayMap, MapRoute } from "@/lib/logistics/dispatch/day-map";
import { STOP_STATE_LABEL, STOP_STATES } from "@/lib/logistics/dispatch/stop-state";
import { Panel } from "../../ui/card";
import { cn } from "../../ui/cn";
import { RouteStatusBadge } from "../status-badges";
import { ChosenStop } from "./chosen-stop";
import { LatenessWords, StopStateBadge, StopTime } from "./lateness-words";
import { MapDrawing } from "./map-drawing";
import { routeColour, StopMark } from "./stop-mark";

/** A day's routes as a list, the late ones first, beside a map of them; a stop chosen in one shows in the other. */
export function DayMapView({ lab, routes }: DayMap) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const shown = hovered ?? chosen;
  const of = routes.find(({ stops }) => stops.some(({ id }) => id === shown));
  const stop = of?.stops.find(({ id }) => id === shown);
  const choose = (id: string) => setChosen((before) => (before === id ? null : id));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        {routes.map((route) => (
          <RouteStops key={route.id} route={route} chosen={chosen} shown={shown} onChoose={choose} />
        ))}
      </div>
      <div className="min-w-0 lg:sticky lg:top-32">
        <Panel title="Map" flush>
          <MapDrawing lab={lab} routes={routes} chosen={chosen} onChoose={choose} onHover={setHovered} />
          <Legend />
          <div aria-live="polite" className="min-h-36 border-t max-lg:hidden" data-print="hide">
            {of && stop ? (
              <ChosenStop route={of} stop={stop} />
            ) : (
              <p className="p-4 text-sm text-muted">Choose a stop on the map or in the list to see its facts.</p>
            )}
          </div>
        </Panel>
      </div>
    </div>
  );
}

type RouteStopsProps = {
  route: MapRoute;
  chosen: string | null;
  shown: string | null;
  onChoose: (stopId: string) => void;
};

function RouteStops({ route, chosen, shown, onChoose }: RouteStopsProps) {
  const done = route.stops.filter(({ lateness: { state } }) => state === "done" || state === "failed").length;
  return (
    <Panel
      flush
      title={
        <span className="flex items-center gap-2">
          <span
            aria-hidden
            className="flex size-6 items-center justify-center rounded-full border-2 text-xs font-semibold"
            style={{ borderColor: routeColour(route.letter) }}
          >
            {route.letter}
          </span>
          {route.name}
        </span>
      }
      aside={`${route.driver && route.driver !== route.name ? `${route.driver}, ` : route.driver ? "" : "no driver yet, "}${done} of ${route.stops.length}`}
      actions={<RouteStatusBadge status={route.status} />}
    >
      <ol className="divide-y" aria-label={`Stops of ${route.name}`}>
        {route.stops.map((stop) => (
          <li key={stop.id}>
            <button
              type="button"
              aria-pressed={chosen === stop.id}
              onClick={() => onChoose(stop.id)}
              className={cn(
                "flex min-h-11 w-full items-start gap-3 px-4 py-2 text-left text-sm -outline-offset-2 hover:bg-hover",
                shown === stop.id && "bg-hover",
              )}
            >
              <span className="mt-0.5 w-7 shrink-0 font-semibold tabular-nums">
                {route.letter}
                {stop.number}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-medium break-words">{stop.practice}</span>
                <span className="block text-xs text-muted tabular-nums">
                  <StopTime stop={stop} />
                  {stop.windowTo && ` · closes ${stop.windowTo}`}
                </span>
                <span className="block text-xs">
                  <LatenessWords stop={stop} />
                  {stop.status === "failed" && <span className="text-danger-text">{stop.failure}</span>}
                </span>
              </span>
              <StopStateBadge stop={stop} />
            </button>
            {chosen === stop.id && (
              <div className="border-t bg-sunken lg:hidden" data-print="hide">
                <ChosenStop route={route} stop={stop} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {route.stops.length === 0 && <p className="p-4 text-sm text-muted">No stops yet.</p>}
    </Panel>
  );
}

function Legend() {
  return (
    <ul aria-label="Marks on the map" className="flex flex-wrap gap-x-4 gap-y-1 border-t px-4 py-2 text-xs text-muted">
      {STOP_STATES.map((state) => (
        <li key={state} className="flex items-center gap-1.5">
          <svg viewBox="-20 -20 40 40" aria-hidden className="size-5">
            <StopMark state={state} label="" colour="currentColor" />
          </svg>
          {STOP_STATE_LABEL[state]}
        </li>
      ))}
    </ul>
  );
}
