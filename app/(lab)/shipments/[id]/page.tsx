import { Printer } from "lucide-react";
import Link from "next/link";
import { CustodyChain } from "@/components/logistics/custody-chain";
import { FailedList } from "@/components/logistics/dispatch/failed-list";
import { PastAttempts } from "@/components/logistics/dispatch/past-attempts";
import { LeaveByMark } from "@/components/logistics/parcels/leave-by-mark";
import { ParcelsPanel } from "@/components/logistics/parcels/parcels-panel";
import { PickupButtons } from "@/components/logistics/pickups/desk-pickup";
import { PickupPanel } from "@/components/logistics/pickups/pickup-panel";
import { PickupStatusBadge } from "@/components/logistics/pickups/pickup-status-badge";
import { ShipmentButtons } from "@/components/logistics/shipment-buttons";
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
import { carrierChoices, failureReasons } from "@/lib/logistics/carriers/carrier-queries";
import { METHOD_LABEL } from "@/lib/logistics/carriers/way";
import { custodyChain } from "@/lib/logistics/custody/chain";
import { failedDelivery } from "@/lib/logistics/dispatch/failed-delivery";
import { pastAttempts } from "@/lib/logistics/dispatch/failed-queries";
import { fetchableCases } from "@/lib/logistics/pickups/cases-to-fetch";
import { firstDayFor } from "@/lib/logistics/pickups/pickup-day";
import { driverChoices, openRoutes } from "@/lib/logistics/route-queries";
import { findShipment, type ShipmentDetail, shipmentHistory } from "@/lib/logistics/shipment-queries";

export const metadata = { title: "Shipment" };

export default async function ShipmentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("shipments.view");
  const today = labToday(actor.lab.timeZone);
  const canPack = may(actor, "shipments.manage");
  const { shipment, history, pickup, delivery, attempts, custody, ...choices } = await foundBy(
    (await params).id,
    (id) =>
      asActor(actor, async (tx) => {
        const shipment = await findShipment(tx, id);
        const { practice } = shipment;
        return {
          shipment,
          history: await shipmentHistory(tx, shipment),
          delivery: await failedDelivery(tx, actor, { shipmentId: id }),
          attempts: (await pastAttempts(tx, [id])).get(id) ?? [],
          custody: await custodyChain(tx, { shipmentId: id }, { names: true }),
          routes: await openRoutes(tx, today),
          drivers: await driverChoices(tx),
          carriers: await carrierChoices(tx),
          reasons: await failureReasons(tx),
          pickup:
            shipment.type === "pickup" && canPack
              ? { cases: await fetchableCases(tx, practice.id), firstDay: await firstDayFor({ tx }, practice.id) }
              : null,
        };
      }),
  );
  const { practice, stop } = shipment;
  const isPickup = shipment.type === "pickup";
  const cameBack = shipment.status === "ready" && stop?.status === "failed";
  return (
    <>
      <LiveRefresh topics={["shipments", ...(stop ? [`route:${stop.routeId}`] : [])]} />
      <PageHeader
        title={isPickup ? `Pick-up ${shipment.number}` : shipment.number}
        subtitle={`${isPickup ? "From" : "To"} ${practice.name}`}
        breadcrumbs={[{ label: "Shipments", href: isPickup ? "/shipments?show=pickups" : "/shipments" }]}
        status={
          isPickup ? <PickupStatusBadge status={shipment.status} /> : <ShipmentStatusBadge status={shipment.status} />
        }
        actions={
          <>
            {!isPickup && shipment.status !== "cancelled" && (
              <>
                <LinkButton href={`/shipments/labels?shipments=${shipment.id}`} icon={<Printer />}>
                  Labels
                </LinkButton>
                <LinkButton href={`/shipments/${shipment.id}/slip`} icon={<Printer />}>
                  Packing list
                </LinkButton>
              </>
            )}
            {pickup && <PickupButtons pickup={shipment} {...pickup} />}
            <ShipmentButtons
              shipment={shipment}
              canPack={canPack}
              canPlan={may(actor, "routes.manage")}
              today={today}
              {...choices}
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
        <div className="flex min-w-0 flex-col gap-4">
          <FailedList shipments={delivery.failed} choices={delivery.choices} />
          {isPickup ? (
            <PickupPanel pickup={shipment} />
          ) : (
            <ParcelsPanel shipment={shipment} notation={actor.toothNotation} />
          )}
          {shipment.status === "delivered" && !isPickup && <Proof shipment={shipment} />}
          {!isPickup && (
            <Panel title="History">
              <ShipmentTimeline events={history} />
            </Panel>
          )}
        </div>
        <div className="flex flex-col gap-4">
          <ToPanel shipment={shipment} today={today} />
          {stop && !cameBack && <StopPanel stop={stop} />}
          <PastAttempts attempts={attempts} />
          <CustodyChain steps={custody} names />
        </div>
      </div>
    </>
  );
}

function ToPanel({ shipment, today }: { shipment: ShipmentDetail; today: string }) {
  const { practice, method, carrier, status, type } = shipment;
  const isHere = status === "ready" || status === "scheduled";
  return (
    <Panel title={type === "pickup" ? "From" : "To"}>
      <address className="text-sm not-italic">
        <Link href={`/practices/${practice.id}`} className="font-medium text-accent-text hover:underline">
          {practice.name}
        </Link>
        {[practice.addressLine1, practice.addressLine2, [practice.city, practice.postcode].filter(Boolean).join(" ")]
          .filter(Boolean)
          .map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
      </address>
      {type === "delivery" && (
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 border-t pt-3 text-sm">
          <span>{carrier ? [carrier.name, carrier.phone].filter(Boolean).join(", ") : METHOD_LABEL[method]}</span>
          {isHere && <LeaveByMark leaveBy={shipment.leaveBy} today={today} method={method} />}
        </p>
      )}
    </Panel>
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
        <SignatureShown kept={shipment.stop?.signature ?? shipment.signature} receiver={shipment.receivedBy} />
      </div>
    </Panel>
  );
}
