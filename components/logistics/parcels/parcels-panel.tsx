import { ExternalLink, Printer } from "lucide-react";
import type { ToothNotation } from "@/lib/access/actor";
import type { ShipmentDetail, ShipmentParcel } from "@/lib/logistics/shipment-queries";
import { Badge } from "../../ui/badge";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { CopyButton } from "../../ui/copy-button";
import { ShipmentItems } from "../shipment-items";

const PLACE: Record<ShipmentParcel["place"], string> = {
  lab: "In the lab",
  van: "On the van",
  carrier: "With the parcel service",
  practice: "At the practice",
};

/** The parcels of a shipment, each with what is in it, where it is and how it is followed. */
export function ParcelsPanel({ shipment, notation }: { shipment: ShipmentDetail; notation: ToothNotation }) {
  const { parcels, items } = shipment;
  const isUnpacked = shipment.status === "cancelled";
  return (
    <>
      {parcels.map((parcel) => (
        <Panel
          key={parcel.id}
          title={parcel.code}
          aside={`Parcel ${parcel.nth} of ${parcels.length}`}
          flush
          actions={
            !isUnpacked && (
              <LinkButton
                size="sm"
                variant="ghost"
                icon={<Printer />}
                href={`/shipments/labels?parcels=${parcel.id}`}
                aria-label={`Label of ${parcel.code}`}
              >
                Label
              </LinkButton>
            )
          }
        >
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 text-sm">
            <Badge>{isUnpacked ? "Unpacked" : PLACE[parcel.place]}</Badge>
            <Tracking parcel={parcel} />
          </p>
          <ShipmentItems items={items.filter((item) => item.parcelId === parcel.id)} notation={notation} />
        </Panel>
      ))}
    </>
  );
}

function Tracking({ parcel: { trackingNumber, href } }: { parcel: ShipmentParcel }) {
  if (!trackingNumber) return null;
  return (
    <span className="flex items-center gap-1 tabular-nums">
      {href ? (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex items-center gap-1 text-accent-text underline-offset-2 hover:underline"
        >
          Tracking {trackingNumber}
          <ExternalLink aria-hidden className="size-3.5" />
          <span className="sr-only">, opens the parcel service's page</span>
        </a>
      ) : (
        <span>Tracking {trackingNumber}</span>
      )}
      <CopyButton text={trackingNumber} label="Copy the tracking number" />
    </span>
  );
}
