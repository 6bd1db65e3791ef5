import { RepackForm } from "@/components/logistics/parcels/repack-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { findShipment, type ShipmentItem } from "@/lib/logistics/shipment-queries";
import { type WaitingItem, waitingFor } from "@/lib/logistics/waiting";

export const metadata = { title: "Repack" };

export default async function RepackPage({ params }: PageProps<"/shipments/[id]/repack">) {
  const actor = await pageActor("shipments.manage");
  const { shipment, waiting } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const shipment = await findShipment(tx, id);
      return { shipment, waiting: await waitingFor(tx, shipment.practice.id) };
    }),
  );
  const canRepack = shipment.type === "delivery" && (shipment.status === "ready" || shipment.status === "scheduled");
  const parcels = shipment.parcels.map(({ id }) => ({
    id,
    itemIds: shipment.items.filter((item) => item.parcelId === id).map((item) => item.id),
  }));
  return (
    <>
      <PageHeader
        title={`Repack ${shipment.number}`}
        subtitle={`For ${shipment.practice.name}`}
        breadcrumbs={[
          { label: "Shipments", href: "/shipments" },
          { label: shipment.number, href: `/shipments/${shipment.id}` },
        ]}
      />
      {canRepack ? (
        <RepackForm
          key={shipment.version}
          shipment={{ id: shipment.id, version: shipment.version }}
          parcels={parcels}
          items={[...shipment.items.map(asPacked), ...waiting]}
          notation={actor.toothNotation}
        />
      ) : (
        <EmptyState
          title="This is not in the lab any more"
          hint="Only what has not left can be packed anew."
          action={<LinkButton href={`/shipments/${shipment.id}`}>Back to the shipment</LinkButton>}
        />
      )}
    </>
  );
}

/** An item that is in the shipment, as it lies on the packing table. */
const asPacked = (item: ShipmentItem): WaitingItem => ({
  ...item,
  pan: null,
  urgency: "standard",
  shipBy: item.dueOn,
  held: false,
  behind: 0,
});
