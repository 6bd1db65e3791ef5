import { PackageCheck, PackageOpen } from "lucide-react";
import { z } from "zod";
import { ShipmentTable } from "@/components/logistics/shipment-table";
import { WaitingPractice } from "@/components/logistics/waiting-practice";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { type Actor, may } from "@/lib/access/actor";
import { instantParam, rowKeyParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { driverChoices, openRoutes } from "@/lib/logistics/route-queries";
import { listShipments, SHIPMENT_LISTS, type ShipmentList, shipmentCounts } from "@/lib/logistics/shipment-queries";
import { waitingToShip } from "@/lib/logistics/waiting";

export const metadata = { title: "Shipments" };

/** `after` and `before` are what the list is ordered by, and the id, of the row to go on from. */
const search = z.object({
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
        actions={<LinkButton href="/routes">Routes</LinkButton>}
        tabs={
          <LinkTabs
            label="Shipments by state"
            items={[
              tab("waiting", "To pack", counts.waiting),
              tab("ready", "Ready to go", counts.ready),
              tab("moving", "On routes", counts.moving),
              tab("delivered", "Delivered"),
              tab("all", "All"),
            ]}
          />
        }
      />
      {wanted.show === "waiting" ? (
        <ToPack actor={actor} after={wanted.after} />
      ) : (
        <List actor={actor} list={wanted.show} after={wanted.after} before={wanted.before} />
      )}
    </>
  );
}

async function ToPack({ actor, after }: { actor: Actor; after: Search["after"] }) {
  const { practices, hasMore } = await asActor(actor, (tx) => waitingToShip(tx, after));
  const last = practices.at(-1);
  if (practices.length === 0)
    return (
      <EmptyState
        icon={<PackageOpen strokeWidth={1.5} />}
        title="Nothing waits to be packed"
        hint="Items come here when they pass quality control."
      />
    );
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      {practices.map((practice) => (
        <WaitingPractice
          key={practice.id}
          practice={practice}
          today={labToday(actor.lab.timeZone)}
          notation={actor.toothNotation}
          editable={may(actor, "shipments.manage")}
        />
      ))}
      <Pager
        newerHref={after ? "/shipments" : undefined}
        newerLabel="First page"
        olderHref={hasMore ? `/shipments?${new URLSearchParams({ after: `${last?.name}|${last?.id}` })}` : undefined}
        olderLabel="More practices"
      />
    </div>
  );
}

type ListProps = { actor: Actor; list: ShipmentList; after: Search["after"]; before: Search["before"] };

async function List({ actor, list, after, before }: ListProps) {
  const today = labToday(actor.lab.timeZone);
  const inTime = (of: Search["after"]) => (of && instantParam.safeParse(of[0]).success ? of : null);
  const { page, routes, drivers } = await asActor(actor, async (tx) => ({
    page: await listShipments(tx, list, { after: inTime(after), before: inTime(before) }),
    routes: list === "ready" ? await openRoutes(tx, today) : [],
    drivers: list === "ready" ? await driverChoices(tx) : [],
  }));
  const link = (direction: "after" | "before", row: (typeof page.rows)[number] | undefined) =>
    `/shipments?${new URLSearchParams({ show: list, [direction]: `${row?.createdAt.toISOString()}|${row?.id}` })}`;
  const bulk = list === "ready" ? "put" : list === "moving" ? "take" : null;
  return (
    <ShipmentTable
      key={list}
      rows={page.rows}
      bulk={may(actor, "routes.manage") ? bulk : null}
      routes={routes}
      drivers={drivers}
      today={today}
      empty={<EmptyState icon={<PackageCheck strokeWidth={1.5} />} title={EMPTY[list]} />}
      pager={
        <Pager
          newerHref={page.hasNewer ? link("before", page.rows[0]) : undefined}
          olderHref={page.hasOlder ? link("after", page.rows.at(-1)) : undefined}
        />
      }
    />
  );
}

const EMPTY: Record<ShipmentList, string> = {
  ready: "No shipment waits for a route",
  moving: "Nothing is on a route",
  delivered: "Nothing was delivered yet",
  all: "No shipments yet",
};
