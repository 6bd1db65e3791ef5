import { z } from "zod";
import { ReceiveForm } from "@/components/inventory/stock/receive-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { locationChoices } from "@/lib/inventory/items/locations";
import { itemChoice } from "@/lib/inventory/items/read-item";
import { supplierChoices } from "@/lib/inventory/suppliers/queries";

export const metadata = { title: "Receive a delivery" };

const search = z.object({ item: z.uuid().nullable().catch(null) });

export default async function ReceivePage({ searchParams }: PageProps<"/inventory/deliveries/new">) {
  const actor = await pageActor("inventory.manage");
  const { item } = search.parse(await searchParams);
  const choices = await asActor(actor, async (tx) => ({
    suppliers: await supplierChoices(tx),
    locations: await locationChoices(tx),
    first: item ? await itemChoice(tx, item) : null,
  }));
  return (
    <>
      <PageHeader
        title="Receive a delivery"
        subtitle="Scan the packages, or choose the items; each line goes into its lot"
        breadcrumbs={[{ label: "Stock", href: "/inventory" }]}
      />
      <ReceiveForm {...choices} currency={actor.lab.currency} />
    </>
  );
}
