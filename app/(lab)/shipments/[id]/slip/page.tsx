import { notFound } from "next/navigation";
import { z } from "zod";
import { StatementLinks } from "@/components/inventory/trace/statement-links";
import { PackingList, StillToCome } from "@/components/logistics/parcels/packing-list";
import { PrintButton } from "@/components/logistics/shipment-buttons";
import { ShipmentCode } from "@/components/logistics/shipment-code";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { statementsOfShipment } from "@/lib/inventory/statement/issued";
import { METHOD_LABEL } from "@/lib/logistics/carriers/way";
import { stillToCome } from "@/lib/logistics/parcels/label-queries";
import { findShipment } from "@/lib/logistics/shipment-queries";

export const metadata = { title: "Packing list" };

/** One parcel's list, or that of all; the paper it is printed on. */
const search = z.object({ parcel: z.uuid().nullable().catch(null), paper: z.enum(["A4", "A5"]).catch("A4") });

export default async function PackingListPage({ params, searchParams }: PageProps<"/shipments/[id]/slip">) {
  const actor = await pageActor("shipments.view");
  const { parcel, paper } = search.parse(await searchParams);
  const { shipment, toCome, statements } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      shipment: await findShipment(tx, id),
      toCome: await stillToCome(tx, id),
      statements: await statementsOfShipment(tx, id),
    })),
  );
  const { practice } = shipment;
  const shown = shipment.parcels.filter(({ id }) => !parcel || id === parcel);
  if (shown.length === 0) notFound();
  const hrefOf = (more: { paper?: string; parcel?: string | null }) => {
    const said = { paper, parcel, ...more };
    return `/shipments/${shipment.id}/slip?${new URLSearchParams({ paper: said.paper, ...(said.parcel && { parcel: said.parcel }) })}`;
  };
  return (
    <>
      <style>{`@page { size: ${paper}; margin: 12mm; }`}</style>
      <div data-print="hide">
        <PageHeader
          title="Packing list"
          breadcrumbs={[
            { label: "Shipments", href: "/shipments" },
            { label: shipment.number, href: `/shipments/${shipment.id}` },
          ]}
          actions={
            <>
              <LinkButton href={hrefOf({ paper: paper === "A4" ? "A5" : "A4" })}>
                On {paper === "A4" ? "A5" : "A4"}
              </LinkButton>
              <PrintButton label={`Print on ${paper}`} />
            </>
          }
          tabs={
            shipment.parcels.length > 1 && (
              <LinkTabs
                label="Parcels"
                items={[
                  { href: hrefOf({ parcel: null }), label: "All parcels", current: parcel === null },
                  ...shipment.parcels.map(({ id, nth }) => ({
                    href: hrefOf({ parcel: id }),
                    label: `Parcel ${nth}`,
                    current: parcel === id,
                  })),
                ]}
              />
            )
          }
        />
      </div>
      <article
        className={`mx-auto rounded-lg border bg-surface p-5 sm:p-8 print:max-w-none print:border-0 print:p-0 ${
          paper === "A4" ? "max-w-3xl" : "max-w-xl print:text-[9pt]"
        }`}
      >
        <header className="mb-5 flex items-start justify-between gap-4 border-b pb-4">
          <div>
            <p className="text-sm font-semibold">{actor.lab.name}</p>
            <p className="mt-2 text-2xl font-semibold tabular-nums">{shipment.number}</p>
            <p className="text-sm text-muted">
              Packed <DateTime iso={shipment.createdAt.toISOString()} format="datetime" />
              {" · "}
              {shipment.carrier?.name ?? METHOD_LABEL[shipment.method]}
            </p>
          </div>
          <ShipmentCode number={shown.length === 1 && shown[0] ? shown[0].code : shipment.number} />
        </header>
        <address className="mb-5 text-base not-italic">
          <span className="block text-xs text-muted">To</span>
          <span className="block font-semibold">{practice.name}</span>
          {[practice.addressLine1, practice.addressLine2, [practice.city, practice.postcode].filter(Boolean).join(" ")]
            .filter(Boolean)
            .map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          {practice.phone && <span className="block text-sm text-muted">{practice.phone}</span>}
        </address>
        {shown.map((one) => (
          <PackingList key={one.id} shipment={shipment} parcel={one} notation={actor.toothNotation} />
        ))}
        <StillToCome items={toCome} notation={actor.toothNotation} />
        <StatementLinks of={statements} />
        <p className="mt-4 text-xs text-muted">Custom-made devices: keep this list with the cases.</p>
      </article>
    </>
  );
}
