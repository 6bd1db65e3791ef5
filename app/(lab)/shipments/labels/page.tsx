import { notFound } from "next/navigation";
import { z } from "zod";
import {
  LABEL_SIZE_WORDS,
  LABEL_SIZES,
  type LabelSize,
  ParcelLabel,
} from "@/components/logistics/parcels/parcel-label";
import { PrintButton } from "@/components/logistics/shipment-buttons";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labelsOf } from "@/lib/logistics/parcels/label-queries";

export const metadata = { title: "Parcel labels" };

const ids = z
  .string()
  .transform((text) => [...new Set(text.split(","))])
  .pipe(z.array(z.uuid()).max(50))
  .catch([]);
const search = z.object({ parcels: ids, shipments: ids, size: z.enum(["label", "a6"]).catch("label") });

export default async function LabelsPage({ searchParams }: PageProps<"/shipments/labels">) {
  const actor = await pageActor("shipments.view");
  const wanted = search.parse(await searchParams);
  const { size } = wanted;
  const labels = await asActor(actor, (tx) => labelsOf(tx, wanted));
  if (labels.length === 0) notFound();
  const hrefOf = (other: LabelSize) =>
    `/shipments/labels?${new URLSearchParams(
      Object.entries({ parcels: wanted.parcels.join(), shipments: wanted.shipments.join(), size: other }).filter(
        ([, value]) => value,
      ),
    )}`;
  return (
    <>
      <style>{`@page { size: ${LABEL_SIZES[size]}; margin: 0; }`}</style>
      <div data-print="hide">
        <PageHeader
          title="Parcel labels"
          subtitle={labels.length === 1 ? "1 label" : `${labels.length} labels, one sheet each`}
          breadcrumbs={[{ label: "Shipments", href: "/shipments" }]}
          actions={<PrintButton label={labels.length === 1 ? "Print label" : "Print labels"} />}
          tabs={
            <LinkTabs
              label="Size"
              items={(Object.keys(LABEL_SIZES) as LabelSize[]).map((each) => ({
                href: hrefOf(each),
                label: LABEL_SIZE_WORDS[each],
                current: each === size,
              }))}
            />
          }
        />
      </div>
      <div className="flex flex-wrap gap-4 overflow-x-auto print:block print:overflow-visible">
        {labels.map((label) => (
          <div key={label.id} className="break-after-page print:last:break-after-auto">
            <ParcelLabel label={label} size={size} lab={actor.lab.name} />
          </div>
        ))}
      </div>
    </>
  );
}
