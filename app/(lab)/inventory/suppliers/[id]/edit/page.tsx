import { SupplierForm } from "@/components/inventory/stock/supplier-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { readSupplier } from "@/lib/inventory/suppliers/queries";

export const metadata = { title: "Edit supplier" };

export default async function EditSupplierPage({ params }: PageProps<"/inventory/suppliers/[id]/edit">) {
  const actor = await pageActor("inventory.manage");
  const supplier = await foundBy((await params).id, (id) => asActor(actor, (tx) => readSupplier(tx, id)));
  return (
    <>
      <PageHeader
        title={`Edit ${supplier.name}`}
        breadcrumbs={[
          { label: "Suppliers", href: "/inventory/suppliers" },
          { label: supplier.name, href: `/inventory/suppliers/${supplier.id}` },
        ]}
      />
      <SupplierForm supplier={supplier} />
    </>
  );
}
