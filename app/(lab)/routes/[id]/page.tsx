import { MapPin } from "lucide-react";
import { RouteButtons } from "@/components/logistics/route-buttons";
import { RouteMap } from "@/components/logistics/route-map";
import { RouteStatusBadge } from "@/components/logistics/status-badges";
import { StopList } from "@/components/logistics/stop-list";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { plannedTimes, roundOf } from "@/lib/logistics/round";
import { driverChoices, findRoute } from "@/lib/logistics/route-queries";

export const metadata = { title: "Route" };

export default async function RoutePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("shipments.view");
  const { route, drivers, round } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      route: await findRoute(tx, id),
      drivers: await driverChoices(tx),
      round: await roundOf(tx, actor, id),
    })),
  );
  const times = route.status === "planned" ? plannedTimes(round) : null;
  const editable = may(actor, "routes.manage") && route.status === "planned";
  return (
    <>
      <LiveRefresh topics={[`route:${route.id}`]} />
      <PageHeader
        title={route.name}
        subtitle={
          <>
            <DateTime iso={route.routeDate} format="day" /> · {route.driver ?? "no driver yet"}
            {route.startedAt && (
              <>
                {" · started "}
                <DateTime iso={route.startedAt.toISOString()} format="time" />
              </>
            )}
            {route.completedAt && (
              <>
                {", done "}
                <DateTime iso={route.completedAt.toISOString()} format="time" />
              </>
            )}
          </>
        }
        breadcrumbs={[{ label: "Routes", href: `/routes?day=${route.routeDate}` }]}
        status={<RouteStatusBadge status={route.status} />}
        actions={editable && <RouteButtons route={route} drivers={drivers} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {editable && round.placeless.length > 0 && (
            <Notice tone="neutral" title="No times for this route">
              It is not known where {round.placeless.join(", ")} is. Coordinates let Casepan find the best order.
            </Notice>
          )}
          {editable && !route.driverId && (
            <Notice tone="warning" title="Nobody drives this route yet">
              It shows on no phone until it has a driver.
            </Notice>
          )}
          <Panel title="Stops" aside={route.stops.length} flush>
            {route.stops.length === 0 ? (
              <EmptyState
                icon={<MapPin strokeWidth={1.5} />}
                title="No stops yet"
                hint="A stop comes with the first shipment for a practice."
                action={<LinkButton href="/shipments?show=ready">Shipments ready to go</LinkButton>}
              />
            ) : (
              <StopList
                routeId={route.id}
                stops={route.stops}
                date={route.routeDate}
                movable={editable}
                planned={times?.stops}
              />
            )}
          </Panel>
        </div>
        {round.lab && route.stops.length > 0 && (
          <Panel
            title="Map"
            aside={
              times && `${times.departs}–${times.back}, about ${Math.round(times.kilometres)} km as the crow flies`
            }
            flush
          >
            <RouteMap lab={round.lab} stops={round.stops} />
          </Panel>
        )}
      </div>
    </>
  );
}
