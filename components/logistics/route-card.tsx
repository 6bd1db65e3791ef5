import Link from "next/link";
import type { ListedRoute } from "@/lib/logistics/route-queries";
import { Progress } from "../ui/progress";
import { RouteStatusBadge } from "./status-badges";

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;

/** A route of a day: driver, how far it is, what it carries. */
export function RouteCard({ route }: { route: ListedRoute }) {
  return (
    <Link
      href={`/routes/${route.id}`}
      className="flex flex-col gap-3 rounded-lg border bg-surface p-4 hover:border-line-strong hover:bg-hover"
    >
      <span className="flex items-start justify-between gap-3">
        <span className="min-w-0">
          <span className="block font-semibold break-words">{route.name}</span>
          <span className="block text-sm text-muted">{route.driver ?? "No driver yet"}</span>
        </span>
        <RouteStatusBadge status={route.status} />
      </span>
      <Progress
        label={`${route.done} of ${counted(route.stops, "stop")}`}
        value={route.done}
        max={Math.max(route.stops, 1)}
        tone={route.failed > 0 ? "warning" : "progress"}
      />
      <span className="text-xs text-muted">
        {route.done} of {counted(route.stops, "stop")} done · {counted(route.parcels, "shipment")}
        {route.failed > 0 && <span className="text-danger-text"> · {route.failed} failed</span>}
      </span>
    </Link>
  );
}
