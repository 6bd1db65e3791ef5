import { ItemForm } from "@/components/inventory/stock/item-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { locationChoices } from "@/lib/inventory/items/locations";
import { supplierChoices } from "@/lib/inventory/suppliers/queries";

export const metadata = { title: "New item" };

export default async function NewItemPage() {
  const actor = await pageActor("inventory.manage");
  const { suppliers, locations } = await asActor(actor, async (tx) => ({
    suppliers: await supplierChoices(tx),
    locations: await locationChoices(tx),
  }));
  return (
    <>
      <PageHeader title="New item" breadcrumbs={[{ label: "Stock", href: "/inventory" }]} />
      <ItemForm
        suppliers={suppliers}
        locations={locations}
        currency={actor.lab.currency}
        values={{
          ...{ sku: "", name: "", category: "materials", unit: "", gtin: "", supplierId: "", locationId: "" },
          ...{ reorderPoint: "0", reorderQuantity: "", unitCost: "0.00", notes: "" },
        }}
      />
    </>
  );
}
