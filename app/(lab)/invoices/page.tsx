import { ReceiptText, Tags } from "lucide-react";
import { BillingTabs } from "@/components/billing/billing-tabs";
import { InvoiceTable } from "@/components/billing/invoice-table";
import { pageLinks } from "@/components/billing/page-links";
import { SumsBar } from "@/components/billing/sums-bar";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { invoiceFilterSchema } from "@/lib/billing/list-filter";
import { listInvoices, sumInvoices } from "@/lib/billing/list-invoices";
import { countUninvoiced } from "@/lib/billing/uninvoiced";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Invoices" };

export default async function InvoicesPage({ searchParams }: PageProps<"/invoices">) {
  const actor = await pageActor("invoices.view");
  const filter = invoiceFilterSchema.parse(await searchParams);
  const { page, sums, uninvoiced } = await asActor(actor, async (tx) => ({
    page: await listInvoices(tx, filter),
    sums: await sumInvoices(tx, filter),
    uninvoiced: await countUninvoiced(tx),
  }));
  const filtered = filter.q !== "" || filter.status !== null || filter.practice !== null;
  return (
    <>
      <LiveRefresh topics={["invoices"]} />
      <PageHeader
        title="Invoices"
        subtitle="Drafted when a case is delivered, sent when you have looked at them"
        actions={
          may(actor, "prices.view") && (
            <LinkButton href="/prices" icon={<Tags />}>
              Prices
            </LinkButton>
          )
        }
        tabs={<BillingTabs actor={actor} current="invoices" />}
      />
      {uninvoiced > 0 && (
        <div className="mb-4">
          <Notice
            tone="warning"
            title={
              uninvoiced === 1 ? "1 delivered case is on no invoice" : `${uninvoiced} delivered cases are on no invoice`
            }
            action={
              <LinkButton href={`/invoices/month-end?month=${labToday(actor.lab.timeZone).slice(0, 7)}`} size="sm">
                Look at them
              </LinkButton>
            }
          />
        </div>
      )}
      <SumsBar sums={sums} audience="lab" />
      <InvoiceTable
        rows={page.invoices}
        empty={
          <EmptyState
            icon={<ReceiptText strokeWidth={1.5} />}
            title={filtered ? "No invoice matches" : "No invoices yet"}
            hint={
              filtered ? "Try another status or fewer letters." : "The first one is drafted when a case is delivered."
            }
          />
        }
        pager={<Pager {...pageLinks("/invoices", filter, page)} summary={`${page.invoices.length} on this page`} />}
      />
    </>
  );
}
