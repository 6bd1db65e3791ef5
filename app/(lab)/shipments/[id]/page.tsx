import { Printer } from "lucide-react";
import Link from "next/link";
import { ShipmentButtons } from "@/components/logistics/shipment-buttons";
import { ShipmentItems } from "@/components/logistics/shipment-items";
import { ShipmentTimeline } from "@/components/logistics/shipment-timeline";
import { SignatureShown } from "@/components/logistics/signature-shown";
import { ShipmentStatusBadge, StopStatusBadge } from "@/components/logistics/status-badges";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { driverChoices, openRoutes } from "@/lib/logistics/route-queries";
import { findShipment, type ShipmentDetail, shipmentHistory } from "@/lib/logistics/shipment-queries";

export const metadata = { title: "Shipment" };

export default async function ShipmentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("shipments.view");
  const today = labToday(actor.lab.timeZone);
  const { shipment, history, routes, drivers } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const shipment = await findShipment(tx, id);
      return {
        shipment,
        history: await shipmentHistory(tx, shipment),
        routes: await openRoutes(tx, today),
        drivers: await driverChoices(tx),
      };
    }),
  );
  const { practice, stop } = shipment;
  const cameBack = shipment.status === "ready" && stop?.status === "failed";
  return (
    <>
      <LiveRefresh topics={["shipments", ...(stop ? [`route:${stop.routeId}`] : [])]} />
      <PageHeader
        title={shipment.number}
        subtitle={`To ${practice.name}`}
        breadcrumbs={[{ label: "Shipments", href: "/shipments" }]}
        status={<ShipmentStatusBadge status={shipment.status} />}
        actions={
          <>
            <LinkButton href={`/shipments/${shipment.id}/slip`} icon={<Printer />}>
              Packing slip
            </LinkButton>
            <ShipmentButtons
              shipment={shipment}
              canPack={may(actor, "shipments.manage")}
              canPlan={may(actor, "routes.manage")}
              routes={routes}
              drivers={drivers}
              today={today}
            />
          </>
        }
      />
      {cameBack && (
        <div className="mb-4">
          <Notice tone="warning" title={`Came back: ${stop.failure}`}>
            {stop.failureNote ?? "The driver left no note."} It is ready for another route.
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <div className="flex flex-col gap-4">
          <Panel title="Contents" aside={shipment.items.length} flush>
            <ShipmentItems items={shipment.items} notation={actor.toothNotation} />
          </Panel>
          {shipment.status === "delivered" && <Proof shipment={shipment} />}
          <Panel title="History">
            <ShipmentTimeline events={history} />
          </Panel>
        </div>
        <div className="flex flex-col gap-4">
          <Panel title="To">
            <address className="text-sm not-italic">
              <Link href={`/practices/${practice.id}`} className="font-medium text-accent-text hover:underline">
                {practice.name}
              </Link>
              {[
                practice.addressLine1,
                practice.addressLine2,
                [practice.city, practice.postcode].filter(Boolean).join(" "),
              ]
                .filter(Boolean)
                .map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
            </address>
          </Panel>
          {stop && !cameBack && <StopPanel stop={stop} />}
        </div>
      </div>
    </>
  );
}

function StopPanel({ stop }: { stop: NonNullable<ShipmentDetail["stop"]> }) {
  return (
    <Panel title="On a route" aside={<StopStatusBadge status={stop.status} />}>
      <DescriptionList
        items={[
          {
            term: "Route",
            value: (
              <Link href={`/routes/${stop.routeId}`} className="text-accent-text hover:underline">
                {stop.route}
              </Link>
            ),
          },
          { term: "Day", value: <DateTime iso={stop.routeDate} format="day" /> },
          { term: "Driver", value: stop.driver },
          { term: "Stop", value: `No. ${stop.position}` },
        ]}
      />
    </Panel>
  );
}

function Proof({ shipment }: { shipment: ShipmentDetail }) {
  return (
    <Panel title="Proof of delivery">
      <div className="flex flex-col gap-3">
        <DescriptionList
          items={[
            { term: "Received by", value: shipment.receivedBy },
            {
              term: "When",
              value: shipment.deliveredAt && <DateTime iso={shipment.deliveredAt.toISOString()} format="datetime" />,
            },
          ]}
        />
        <SignatureShown kept={shipment.stop?.signature ?? null} receiver={shipment.receivedBy} />
      </div>
    </Panel>
  );
}
