import { ReceiptText } from "lucide-react";
import { PortalInvoiceTable } from "@/components/billing/invoice-table";
import { pageLinks } from "@/components/billing/page-links";
import { SumsBar } from "@/components/billing/sums-bar";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { invoiceFilterSchema } from "@/lib/billing/list-filter";
import { listInvoices, sumInvoices } from "@/lib/billing/list-invoices";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Invoices" };

export default async function PortalInvoicesPage({ searchParams }: PageProps<"/portal/invoices">) {
  const actor = await pageActor("portal.invoices");
  const filter = invoiceFilterSchema.parse(await searchParams);
  const { page, sums } = await asActor(actor, async (tx) => ({
    page: await listInvoices(tx, filter),
    sums: await sumInvoices(tx, filter),
  }));
  const filtered = filter.q !== "" || filter.status !== null;
  return (
    <>
      {actor.practice && <LiveRefresh topics={[`portal:${actor.practice.id}`]} />}
      <PageHeader
        title="Invoices"
        subtitle={`From ${actor.lab.name} to ${actor.practice?.name ?? "your practice"}`}
        actions={<LinkButton href="/portal/statement">Account</LinkButton>}
      />
      <SumsBar sums={sums} audience="practice" />
      <PortalInvoiceTable
        rows={page.invoices}
        empty={
          <EmptyState
            icon={<ReceiptText strokeWidth={1.5} />}
            title={filtered ? "No invoice matches" : "No invoices yet"}
            hint={filtered ? "Try another status or fewer letters." : "They show here as soon as the lab sends one."}
          />
        }
        pager={
          <Pager {...pageLinks("/portal/invoices", filter, page)} summary={`${page.invoices.length} on this page`} />
        }
      />
    </>
  );
}
