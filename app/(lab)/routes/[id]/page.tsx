import { MapPin } from "lucide-react";
import { RouteButtons } from "@/components/logistics/route-buttons";
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
import { driverChoices, findRoute } from "@/lib/logistics/route-queries";

export const metadata = { title: "Route" };

export default async function RoutePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("shipments.view");
  const { route, drivers } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({ route: await findRoute(tx, id), drivers: await driverChoices(tx) })),
  );
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
      <div className="flex max-w-4xl flex-col gap-4">
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
            <StopList routeId={route.id} stops={route.stops} date={route.routeDate} movable={editable} />
          )}
        </Panel>
      </div>
    </>
  );
}
