import { PrintButton } from "@/components/logistics/shipment-buttons";
import { ShipmentCode } from "@/components/logistics/shipment-code";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { itemName } from "@/lib/cases/item-name";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { findShipment } from "@/lib/logistics/shipment-queries";

export const metadata = { title: "Packing slip" };

export default async function PackingSlipPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("shipments.view");
  const shipment = await foundBy((await params).id, (id) => asActor(actor, (tx) => findShipment(tx, id)));
  const { practice } = shipment;
  return (
    <>
      <div data-print="hide">
        <PageHeader
          title="Packing slip"
          breadcrumbs={[
            { label: "Shipments", href: "/shipments" },
            { label: shipment.number, href: `/shipments/${shipment.id}` },
          ]}
          actions={
            <>
              <LinkButton href={`/shipments/${shipment.id}`}>Back</LinkButton>
              <PrintButton label="Print slip" />
            </>
          }
        />
      </div>
      <article className="mx-auto max-w-3xl rounded-lg border bg-surface p-5 sm:p-8 print:max-w-none print:border-0 print:p-0">
        <header className="mb-5 flex items-start justify-between gap-4 border-b pb-4">
          <div>
            <p className="text-sm font-semibold">{actor.lab.name}</p>
            <p className="mt-2 text-2xl font-semibold tabular-nums">{shipment.number}</p>
            <p className="text-sm text-muted">
              Packed <DateTime iso={shipment.createdAt.toISOString()} format="datetime" />
            </p>
          </div>
          <ShipmentCode number={shipment.number} />
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
        <table className="w-full text-left text-sm">
          <caption className="sr-only">Contents</caption>
          <thead>
            <tr className="border-b text-xs text-muted">
              <th scope="col" className="py-1.5 pr-3 font-medium">
                Item
              </th>
              <th scope="col" className="py-1.5 pr-3 font-medium">
                Case
              </th>
              <th scope="col" className="py-1.5 pr-3 font-medium">
                Patient
              </th>
              <th scope="col" className="py-1.5 font-medium">
                Dentist
              </th>
            </tr>
          </thead>
          <tbody>
            {shipment.items.map((item) => (
              <tr key={item.id} className="border-b align-top">
                <td className="py-2 pr-3">
                  <span className="font-medium">{itemName(item, actor.toothNotation)}</span>
                  <span className="block text-xs text-muted">
                    {[item.material && MATERIAL_LABEL[item.material], item.shade].filter(Boolean).join(" · ")}
                  </span>
                </td>
                <td className="py-2 pr-3 tabular-nums">{item.number}</td>
                <td className="py-2 pr-3">{item.patient}</td>
                <td className="py-2">{item.dentist}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-4 text-xs text-muted">
          {shipment.items.length === 1 ? "1 item" : `${shipment.items.length} items`}. Custom-made devices: keep this
          slip with the cases.
        </p>
      </article>
    </>
  );
}
