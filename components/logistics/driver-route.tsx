"use client";

import { CircleCheck, Play } from "lucide-react";
import { type ReactNode, useState } from "react";
import { startRoute } from "@/lib/logistics/actions";
import type { DriverRoute as Route } from "@/lib/logistics/driver-queries";
import { nextStop } from "@/lib/logistics/next-stop";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Progress } from "../ui/progress";
import { DateTime } from "../ui/time";
import { DriverStops } from "./driver-stops";
import { RoadNotice } from "./road-notice";
import { RouteStatusBadge } from "./status-badges";
import { StopActions } from "./stop-actions";
import { StopCard } from "./stop-card";
import { useRoadCommand } from "./use-road-command";

type DriverRouteProps = { route: Route; today: string; reasons: { id: string; label: string }[]; first: boolean };

/** One route of the driver: the stop at hand large, what to do under the thumb, the other stops below. */
export function DriverRoute({ route, today, reasons, first }: DriverRouteProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const open = route.stops.find((stop) => stop.id === chosen && !["delivered", "failed"].includes(stop.status));
  const stop = route.status === "in_progress" ? (open ?? nextStop(route.stops)) : null;
  const done = route.stops.filter((one) => ["delivered", "failed"].includes(one.status)).length;
  const back = route.stops.filter((one) => one.status === "failed").flatMap((one) => one.parcels);
  return (
    <section aria-label={route.name} className="flex flex-col gap-4">
      <header className="flex flex-col gap-2">
        <div className="flex items-center justify-between gap-3">
          <h2 className="text-lg font-semibold">
            {route.name}
            {route.routeDate !== today && (
              <span className="ml-2 text-sm font-normal text-muted">
                <DateTime iso={route.routeDate} format="day" />
              </span>
            )}
          </h2>
          <RouteStatusBadge status={route.status} />
        </div>
        <Progress
          label={`${done} of ${route.stops.length} stops done`}
          showValue
          value={done}
          max={Math.max(route.stops.length, 1)}
        />
      </header>
      {stop && <StopCard stop={stop} date={route.routeDate} position={`${stop.position} of ${route.stops.length}`} />}
      {route.status === "completed" && (
        <Notice tone="success" title="Route done">
          {back.length === 0
            ? "Everything was delivered."
            : `Bring back to the lab: ${back.map((parcel) => parcel.number).join(", ")}.`}
        </Notice>
      )}
      <DriverStops
        stops={route.stops}
        current={stop?.id ?? null}
        onChoose={route.status === "in_progress" ? setChosen : null}
      />
      {first && stop && (
        <ThumbBar>
          <StopActions key={stop.id} stop={stop} reasons={reasons} onEnded={() => setChosen(null)} />
        </ThumbBar>
      )}
      {first && route.status === "planned" && (
        <ThumbBar>
          <StartButton route={route} />
        </ThumbBar>
      )}
      {first && route.status === "completed" && (
        <p className="flex items-center justify-center gap-2 py-2 text-sm text-muted">
          <CircleCheck aria-hidden className="size-4" /> Nothing more to do on this route
        </p>
      )}
    </section>
  );
}

function StartButton({ route }: { route: Route }) {
  const start = useRoadCommand(startRoute, () => {});
  return (
    <div className="flex flex-col gap-2">
      <RoadNotice command={start} />
      <Button
        variant="primary"
        size="lg"
        icon={<Play />}
        className="w-full"
        loading={start.pending}
        disabled={route.stops.length === 0}
        onClick={() => start.send({ routeId: route.id })}
      >
        Start route
      </Button>
    </div>
  );
}

/** Stays at the lower edge, in reach of the thumb. */
function ThumbBar({ children }: { children: ReactNode }) {
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-high">
      <div className="mx-auto max-w-2xl">{children}</div>
    </div>
  );
}
