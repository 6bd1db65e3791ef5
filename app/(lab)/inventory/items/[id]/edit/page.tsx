import { ItemForm } from "@/components/inventory/stock/item-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { locationChoices } from "@/lib/inventory/items/locations";
import { readItem } from "@/lib/inventory/items/read-item";
import { supplierChoices } from "@/lib/inventory/suppliers/queries";

export const metadata = { title: "Edit item" };

export default async function EditItemPage({ params }: PageProps<"/inventory/items/[id]/edit">) {
  const actor = await pageActor("inventory.manage");
  const { item, suppliers, locations } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      suppliers: await supplierChoices(tx),
      locations: await locationChoices(tx),
      item: await readItem(tx, id),
    })),
  );
  const { id, version, sku, name, category, unit, reorderPoint, unitCost } = item;
  return (
    <>
      <PageHeader
        title={`Edit ${name}`}
        breadcrumbs={[
          { label: "Stock", href: "/inventory" },
          { label: name, href: `/inventory/items/${id}` },
        ]}
      />
      <ItemForm
        suppliers={suppliers}
        locations={locations}
        currency={actor.lab.currency}
        editing={{ itemId: id, version }}
        values={{
          ...{ sku, name, category, unit, reorderPoint, unitCost },
          gtin: item.gtin ?? "",
          supplierId: item.supplierId ?? "",
          locationId: item.locationId ?? "",
          reorderQuantity: item.reorderQuantity ?? "",
          notes: item.notes ?? "",
        }}
      />
    </>
  );
}
