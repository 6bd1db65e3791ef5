import { FileDown } from "lucide-react";
import { CreditNotesPanel } from "@/components/billing/credit-notes-panel";
import { FactsPanel } from "@/components/billing/facts-panel";
import { InvoiceStatusBadge } from "@/components/billing/invoice-status";
import { LinesPanel } from "@/components/billing/lines-panel";
import { NotesPanel } from "@/components/billing/notes-panel";
import { PaymentsPanel } from "@/components/billing/payments-panel";
import { RefundsPanel } from "@/components/billing/refunds-panel";
import { TotalsPanel } from "@/components/billing/totals-panel";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { notFound } from "@/lib/access/errors";
import { foundBy } from "@/lib/access/found";
import { readInvoice } from "@/lib/billing/invoice-detail";
import { invoiceLedger } from "@/lib/billing/ledger/invoice-ledger";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Invoice" };

export default async function PortalInvoicePage({ params }: PageProps<"/portal/invoices/[id]">) {
  const actor = await pageActor("portal.invoices");
  const { invoice, ledger } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const found = await readInvoice(tx, id);
      if (!found) throw notFound("invoice");
      return { invoice: found, ledger: await invoiceLedger(tx, id) };
    }),
  );
  const { id, version, currency, lines, notes } = invoice;
  return (
    <>
      <LiveRefresh topics={[`invoice:${invoice.id}`]} />
      <PageHeader
        title={invoice.number ?? "Invoice"}
        subtitle={`From ${invoice.parties.lab.name}`}
        breadcrumbs={[{ label: "Invoices", href: "/portal/invoices" }]}
        status={<InvoiceStatusBadge status={invoice.status} />}
        actions={
          <LinkButton
            href={`/api/invoices/${invoice.id}/pdf?download`}
            variant="primary"
            icon={<FileDown />}
            prefetch={false}
            download
          >
            Download PDF
          </LinkButton>
        }
      />
      {invoice.status === "cancelled" && (
        <div className="mb-4">
          <Notice tone="neutral" title="The lab has cancelled this invoice">
            Nothing is owed on it.
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <LinesPanel invoice={{ id, version, currency, lines }} editable={false} casesPath="/portal/cases" />
          <NotesPanel invoice={{ id, version, notes }} editable={false} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <TotalsPanel invoice={invoice} settledByCredit={ledger.settledByCredit} />
          <PaymentsPanel invoice={invoice} creditFrom={ledger.creditFrom} path="/portal/invoices" />
          <CreditNotesPanel notes={ledger.creditNotes} currency={invoice.currency} />
          <RefundsPanel refunds={ledger.refunds} />
          <FactsPanel invoice={invoice} locale={actor.lab.locale} audience="practice" />
        </div>
      </div>
    </>
  );
}
