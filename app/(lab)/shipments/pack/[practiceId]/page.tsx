import { PackageOpen } from "lucide-react";
import { z } from "zod";
import { PackForm } from "@/components/logistics/parcels/pack-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { carrierChoices } from "@/lib/logistics/carriers/carrier-queries";
import { howItGoes } from "@/lib/logistics/carriers/way";
import { waitingFor } from "@/lib/logistics/waiting";
import { findPractice } from "@/lib/practices/queries";

export const metadata = { title: "Pack parcels" };

const search = z.object({ case: z.uuid().nullable().catch(null) });

export default async function PackPage({ params, searchParams }: PageProps<"/shipments/pack/[practiceId]">) {
  const actor = await pageActor("shipments.manage");
  const wanted = search.parse(await searchParams);
  const { practice, items, way, carriers } = await foundBy((await params).practiceId, (id) =>
    asActor(actor, async (tx) => ({
      items: await waitingFor(tx, id),
      way: await howItGoes(tx, id),
      carriers: await carrierChoices(tx),
      practice: await findPractice(tx, id),
    })),
  );
  const chosen = items.filter((item) => item.caseId === wanted.case && !item.held).map((item) => item.id);
  return (
    <>
      <PageHeader
        title="Pack parcels"
        subtitle={`For ${practice.name}`}
        breadcrumbs={[{ label: "Shipments", href: "/shipments" }]}
      />
      {items.length === 0 ? (
        <EmptyState
          icon={<PackageOpen strokeWidth={1.5} />}
          title="Nothing waits for this practice"
          hint="Items come here when they pass quality control."
          action={<LinkButton href="/shipments">To all that waits</LinkButton>}
        />
      ) : (
        <PackForm
          key={items.map((item) => item.id).join()}
          practiceId={practice.id}
          items={items}
          chosen={chosen}
          usualWay={way}
          carriers={carriers}
          notation={actor.toothNotation}
        />
      )}
    </>
  );
}
