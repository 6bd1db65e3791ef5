import { SupplierForm } from "@/components/inventory/stock/supplier-form";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";

export const metadata = { title: "New supplier" };

export default async function NewSupplierPage() {
  await pageActor("inventory.manage");
  return (
    <>
      <PageHeader title="New supplier" breadcrumbs={[{ label: "Suppliers", href: "/inventory/suppliers" }]} />
      <SupplierForm />
    </>
  );
}
