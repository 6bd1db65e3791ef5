import Link from "next/link";
import type { ListedRoute } from "@/lib/logistics/route-queries";
import { StatusBadge } from "../ui/badge";
import { Progress } from "../ui/progress";
import { DateTime } from "../ui/time";
import { RouteStatusBadge } from "./status-badges";

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;

/** A route of a day: driver, times, how far it is, its stops with when they are expected. */
export function RouteCard({ route }: { route: ListedRoute }) {
  return (
    <article
      aria-label={route.name}
      className="relative flex flex-col gap-3 rounded-lg border bg-surface p-4 hover:border-line-strong"
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-semibold break-words">
            <Link href={`/routes/${route.id}`} className="after:absolute after:inset-0 after:rounded-lg">
              {route.name}
            </Link>
          </h2>
          <p className="text-sm text-muted">{route.driver ?? "No driver yet"}</p>
        </div>
        <span className="flex flex-wrap justify-end gap-1">
          {route.locked && route.status === "planned" && <StatusBadge tone="neutral">Locked</StatusBadge>}
          <RouteStatusBadge status={route.status} />
        </span>
      </div>
      {route.status !== "planned" && (
        <Progress
          label={`${route.done} of ${counted(route.stops, "stop")}`}
          value={route.done}
          max={Math.max(route.stops, 1)}
          tone={route.failed > 0 ? "warning" : "progress"}
        />
      )}
      <p className="text-xs text-muted tabular-nums">
        {route.departsAt && route.shiftEndsAt && `${route.departsAt}–${route.shiftEndsAt} · `}
        {route.status === "planned"
          ? counted(route.stops, "stop")
          : `${route.done} of ${counted(route.stops, "stop")} done`}{" "}
        · {counted(route.parcels, "shipment")}
        {route.failed > 0 && <span className="text-danger-text"> · {route.failed} failed</span>}
      </p>
      {route.visits.length > 0 && (
        <ol className="divide-y border-t text-sm">
          {route.visits.map((visit, i) => (
            <li key={visit.id} className="flex items-baseline gap-2 py-1">
              <span className="w-5 shrink-0 text-right text-xs text-muted tabular-nums">{i + 1}</span>
              <span className="min-w-0 flex-1 truncate">{visit.practice}</span>
              {visit.shipments === 0 && visit.status === "planned" && (
                <span className="text-xs whitespace-nowrap text-muted">to pack</span>
              )}
              {visit.expectedAt && (
                <DateTime iso={visit.expectedAt} format="time" className="text-xs text-muted tabular-nums" />
              )}
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
