import { PackageCheck, PackageOpen, PackagePlus } from "lucide-react";
import { z } from "zod";
import { OpenByCode } from "@/components/logistics/parcels/open-by-code";
import { ShipmentFilters } from "@/components/logistics/parcels/shipment-filters";
import { ShipmentTable } from "@/components/logistics/shipment-table";
import { WaitingPractice } from "@/components/logistics/waiting-practice";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { type Actor, may } from "@/lib/access/actor";
import { dayParam, instantParam, rowKeyParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { OPEN_LISTS, SHIPMENT_LISTS, type ShipmentList, shipmentFilter } from "@/lib/logistics/parcels/shipment-filter";
import { dayCounts, listShipments, shipmentCounts } from "@/lib/logistics/parcels/shipment-list";
import { driverChoices, openRoutes } from "@/lib/logistics/route-queries";
import { waitingDays, waitingToShip } from "@/lib/logistics/waiting";

export const metadata = { title: "Shipments" };

/** `after` and `before` are what the list is ordered by, and the id, of the row to go on from. */
const search = shipmentFilter.extend({
  show: z.enum(["waiting", ...SHIPMENT_LISTS]).catch("waiting"),
  after: rowKeyParam,
  before: rowKeyParam,
});
type Search = z.output<typeof search>;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ShipmentsPage({ searchParams }: Props) {
  const actor = await pageActor("shipments.view");
  const wanted = search.parse(await searchParams);
  const counts = await asActor(actor, shipmentCounts);
  const tab = (show: Search["show"], label: string, count?: number) => ({
    href: show === "waiting" ? "/shipments" : `/shipments?show=${show}`,
    label,
    count,
    current: wanted.show === show,
  });
  return (
    <>
      <LiveRefresh topics={["shipments", "routes", "queue"]} />
      <PageHeader
        title="Shipments"
        actions={
          <>
            {may(actor, "shipments.manage") && (
              <LinkButton href="/shipments/pickup" icon={<PackagePlus />}>
                New pick-up
              </LinkButton>
            )}
            <LinkButton href="/routes">Routes</LinkButton>
          </>
        }
        tabs={
          <LinkTabs
            label="Shipments by state"
            items={[
              tab("waiting", "To pack", counts.waiting),
              tab("ready", "Ready to go", counts.ready),
              tab("moving", "On the way", counts.moving),
              ...(counts.failed > 0 || wanted.show === "failed" ? [tab("failed", "Failed", counts.failed)] : []),
              tab("pickups", "Pick-ups", counts.pickups),
              tab("delivered", "Delivered"),
              tab("all", "All"),
            ]}
          />
        }
      />
      <div className="mb-3">
        <OpenByCode />
      </div>
      {wanted.show === "waiting" ? (
        <ToPack actor={actor} wanted={wanted} />
      ) : (
        <List actor={actor} list={wanted.show} wanted={wanted} />
      )}
    </>
  );
}

/** The address of this list as it is narrowed, with more. */
function linkTo({ show, when, how, q }: Search, more: Record<string, string> = {}): string {
  const said = { show: show === "waiting" ? "" : show, when: when ?? "", how: how ?? "", q, ...more };
  return `/shipments?${new URLSearchParams(Object.entries(said).filter(([, value]) => value))}`;
}

const keyOf = (of: Search["after"], value: typeof dayParam | typeof instantParam) =>
  of && value.safeParse(of[0]).success ? of : null;

async function ToPack({ actor, wanted }: { actor: Actor; wanted: Search }) {
  const today = labToday(actor.lab.timeZone);
  const { practices, hasMore, days } = await asActor(actor, async (tx) => ({
    ...(await waitingToShip(tx, wanted, today, keyOf(wanted.after, dayParam))),
    days: await waitingDays(tx, today),
  }));
  const last = practices.at(-1);
  const isNarrowed = wanted.q || wanted.when || wanted.how;
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <ShipmentFilters days={days} byWay />
      {practices.length === 0 && (
        <EmptyState
          icon={<PackageOpen strokeWidth={1.5} />}
          title={isNarrowed ? "Nothing that waits fits this" : "Nothing waits to be packed"}
          hint={isNarrowed ? "Take a filter off." : "Items come here when they pass quality control."}
        />
      )}
      {practices.map((practice) => (
        <WaitingPractice
          key={practice.id}
          practice={practice}
          today={today}
          notation={actor.toothNotation}
          editable={may(actor, "shipments.manage")}
        />
      ))}
      <Pager
        newerHref={wanted.after ? linkTo(wanted) : undefined}
        newerLabel="First page"
        olderHref={hasMore ? linkTo(wanted, { after: `${last?.shipBy}|${last?.id}` }) : undefined}
        olderLabel="More practices"
      />
    </div>
  );
}

async function List({ actor, list, wanted }: { actor: Actor; list: ShipmentList; wanted: Search }) {
  const today = labToday(actor.lab.timeZone);
  const isOpen = OPEN_LISTS.includes(list);
  const key = isOpen ? dayParam : instantParam;
  const takesRoutes = list === "ready" || list === "pickups";
  const { page, days, routes, drivers } = await asActor(actor, async (tx) => ({
    page: await listShipments(tx, list, wanted, today, {
      after: keyOf(wanted.after, key),
      before: keyOf(wanted.before, key),
    }),
    days: isOpen ? await dayCounts(tx, list, wanted, today) : null,
    routes: takesRoutes ? await openRoutes(tx, today) : [],
    drivers: takesRoutes ? await driverChoices(tx) : [],
  }));
  const link = (direction: "after" | "before", row: (typeof page.rows)[number] | undefined) =>
    linkTo(wanted, { [direction]: `${isOpen ? row?.leaveBy : row?.createdAt.toISOString()}|${row?.id}` });
  const bulk = takesRoutes ? "put" : list === "moving" ? "take" : null;
  const isNarrowed = wanted.q || wanted.when || wanted.how;
  return (
    <>
      <ShipmentFilters days={days} byWay={list !== "pickups"} />
      <ShipmentTable
        key={list}
        rows={page.rows}
        bulk={may(actor, "routes.manage") ? bulk : null}
        routes={routes}
        drivers={drivers}
        today={today}
        empty={
          <EmptyState
            icon={<PackageCheck strokeWidth={1.5} />}
            title={isNarrowed ? "No shipment fits this" : EMPTY[list]}
            hint={isNarrowed ? "Take a filter off or search for something else." : undefined}
          />
        }
        pager={
          <Pager
            newerHref={page.hasNewer ? link("before", page.rows[0]) : undefined}
            olderHref={page.hasOlder ? link("after", page.rows.at(-1)) : undefined}
            newerLabel={isOpen ? "Sooner" : undefined}
            olderLabel={isOpen ? "Later" : undefined}
          />
        }
      />
    </>
  );
}

const EMPTY: Record<ShipmentList, string> = {
  ready: "No shipment waits to leave",
  moving: "Nothing is on its way",
  failed: "Nothing failed",
  pickups: "No pick-up is asked for",
  delivered: "Nothing was delivered yet",
  all: "No shipments yet",
};
