import { MapPin } from "lucide-react";
import { LockButton } from "@/components/logistics/planning/lock-button";
import { RouteTimes } from "@/components/logistics/planning/route-times";
import { StopPlanner } from "@/components/logistics/planning/stop-planner";
import { RouteButtons } from "@/components/logistics/route-buttons";
import { RouteMap } from "@/components/logistics/route-map";
import { RouteNotices } from "@/components/logistics/route-notices";
import { RouteSubtitle } from "@/components/logistics/route-subtitle";
import { RouteStatusBadge } from "@/components/logistics/status-badges";
import { StopList } from "@/components/logistics/stop-list";
import { StatusBadge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { clockOf } from "@/lib/logistics/planning/clock";
import { readRound, timesOf, withWays } from "@/lib/logistics/round";
import { driverChoices, findRoute, siblingRoutes } from "@/lib/logistics/route-queries";

export const metadata = { title: "Route" };

export default async function RoutePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("shipments.view");
  const { route, drivers, facts, others } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      route: await findRoute(tx, id),
      drivers: await driverChoices(tx),
      facts: await readRound(tx, actor, id),
      others: await siblingRoutes(tx, id),
    })),
  );
  const round = await withWays(facts);
  const planned = route.status === "planned";
  const times = planned ? timesOf(round) : null;
  const planner = may(actor, "routes.manage") && planned;
  const editable = planner && route.lockedBy === null;
  return (
    <>
      <LiveRefresh topics={[`route:${route.id}`]} />
      <PageHeader
        title={route.name}
        subtitle={<RouteSubtitle route={route} />}
        breadcrumbs={[{ label: "Routes", href: `/routes?day=${route.routeDate}` }]}
        status={
          <>
            <RouteStatusBadge status={route.status} />
            {planned && route.lockedBy && <StatusBadge tone="neutral">Locked by {route.lockedBy}</StatusBadge>}
          </>
        }
        actions={
          planner && (
            <>
              {editable && <RouteButtons route={route} drivers={drivers} />}
              <LockButton routeId={route.id} locked={!editable} />
            </>
          )
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <RouteNotices editable={editable} round={round} hasDriver={route.driverId !== null} />
          <Panel title="Stops" aside={route.stops.length} flush>
            {route.stops.length === 0 ? (
              <EmptyState
                icon={<MapPin strokeWidth={1.5} />}
                title="No stops yet"
                hint="A stop comes with the first shipment for a practice, or when the day is planned."
                action={<LinkButton href="/shipments?show=ready">Shipments ready to go</LinkButton>}
              />
            ) : editable ? (
              <StopPlanner
                routeId={route.id}
                stops={route.stops}
                date={route.routeDate}
                plan={round.plan}
                others={others}
              />
            ) : (
              <StopList
                stops={route.stops}
                date={route.routeDate}
                onRoad={may(actor, "routes.manage") && route.status === "in_progress"}
              />
            )}
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {editable && (
            <Panel title="Times">
              <RouteTimes
                routeId={route.id}
                departsAt={clockOf(round.departsAt)}
                shiftEndsAt={round.shiftEndsAt === null ? "" : clockOf(round.shiftEndsAt)}
              />
            </Panel>
          )}
          {round.lab && route.stops.length > 0 && (
            <Panel
              title="Map"
              aside={
                times &&
                `${times.departs}–${times.back}, about ${Math.round(times.kilometres)} km${round.byRoad ? " by road" : ""}`
              }
              flush
            >
              <RouteMap lab={round.lab} stops={round.stops} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}
