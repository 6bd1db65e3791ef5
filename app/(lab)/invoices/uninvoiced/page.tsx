import { UninvoicedTable } from "@/components/billing/uninvoiced-table";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { listUninvoiced } from "@/lib/billing/uninvoiced";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Delivered, not invoiced" };

export default async function UninvoicedPage() {
  const actor = await pageActor("invoices.view");
  const cases = await asActor(actor, listUninvoiced);
  return (
    <>
      <LiveRefresh topics={["invoices", "cases"]} />
      <PageHeader
        title="Delivered, not invoiced"
        subtitle={`${cases.length >= 50 ? "The oldest 50. " : ""}Drafts use the prices of the day of delivery.`}
        breadcrumbs={[{ label: "Invoices", href: "/invoices" }]}
      />
      <UninvoicedTable rows={cases} mayDraft={may(actor, "invoices.draft")} />
    </>
  );
}
