import { randomUUID } from "node:crypto";
import { FileDown } from "lucide-react";
import { CancelDialog } from "@/components/billing/cancel-dialog";
import { CreditNoteDialog } from "@/components/billing/credit-note-dialog";
import { CreditNotesPanel } from "@/components/billing/credit-notes-panel";
import { CreditUseDialog } from "@/components/billing/credit-use-dialog";
import { FactsPanel } from "@/components/billing/facts-panel";
import { InvoiceStatusBadge } from "@/components/billing/invoice-status";
import { LinesPanel } from "@/components/billing/lines-panel";
import { NotesPanel } from "@/components/billing/notes-panel";
import { PaymentDialog } from "@/components/billing/payment-dialog";
import { PaymentsPanel } from "@/components/billing/payments-panel";
import { RefundDialog } from "@/components/billing/refund-dialog";
import { RefundsPanel } from "@/components/billing/refunds-panel";
import { RemindersPanel } from "@/components/billing/reminders-panel";
import { MailAgainDialog, SendDialog } from "@/components/billing/send-dialog";
import { TotalsPanel } from "@/components/billing/totals-panel";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { notFound } from "@/lib/access/errors";
import { foundBy } from "@/lib/access/found";
import { readInvoice } from "@/lib/billing/invoice-detail";
import { mayBeGivenBack } from "@/lib/billing/ledger/credit-tax";
import { invoiceLedger } from "@/lib/billing/ledger/invoice-ledger";
import { creditableLines } from "@/lib/billing/ledger/issue-credit-note";
import { creditsOf, openInvoices } from "@/lib/billing/ledger/open-invoices";
import { sentReminders } from "@/lib/billing/reminders/reminder-history";
import { isOpen } from "@/lib/billing/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Invoice" };

export default async function InvoicePage({ params }: PageProps<"/invoices/[id]">) {
  const actor = await pageActor("invoices.view");
  const { invoice, ledger, lines, credits, open, reminders } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const found = await readInvoice(tx, id);
      if (!found) throw notFound("invoice");
      const { practiceId, currency } = found;
      return {
        invoice: found,
        ledger: await invoiceLedger(tx, id),
        lines: (await creditableLines(tx, id)).filter(mayBeGivenBack),
        credits: await creditsOf(tx, practiceId, currency),
        open: await openInvoices(tx, practiceId, currency),
        reminders: await sentReminders(tx, practiceId, id),
      };
    }),
  );
  const isDraft = invoice.status === "draft";
  const missing = invoice.lines.filter((line) => line.exception).length;
  const isSent = !isDraft && invoice.status !== "cancelled";
  const mayCredit = isSent && lines.length > 0 && may(actor, "credits.issue");
  const cancellable = isDraft || (mayCredit && isOpen(invoice.status) && invoice.paidTotal === "0.00");
  const today = labToday(actor.lab.timeZone);
  const credit = isOpen(invoice.status) && may(actor, "payments.record") ? credits[0] : undefined;
  return (
    <>
      <LiveRefresh topics={[`invoice:${invoice.id}`]} />
      <PageHeader
        title={invoice.number ?? "Draft invoice"}
        subtitle={invoice.parties.practice.name}
        breadcrumbs={[{ label: "Invoices", href: "/invoices" }]}
        status={<InvoiceStatusBadge status={invoice.status} />}
        actions={
          <>
            {cancellable && may(actor, "invoices.cancel") && <CancelDialog invoice={invoice} />}
            {mayCredit && (
              <CreditNoteDialog
                invoice={invoice}
                lines={lines}
                address={invoice.mailedTo ?? invoice.parties.practice.email}
                idempotencyKey={randomUUID()}
              />
            )}
            {isSent && may(actor, "invoices.send") && (
              <MailAgainDialog invoiceId={invoice.id} address={invoice.mailedTo} />
            )}
            <LinkButton href={`/api/invoices/${invoice.id}/pdf`} icon={<FileDown />} target="_blank" prefetch={false}>
              PDF
            </LinkButton>
            {isDraft && may(actor, "invoices.send") && (
              <SendDialog
                invoice={invoice}
                address={invoice.parties.practice.email}
                blocked={missing > 0 || invoice.lines.length === 0}
              />
            )}
            {credit && (
              <CreditUseDialog
                source={credit.source}
                credit={credit.credit}
                currency={credit.currency}
                invoices={open.filter(({ id }) => id === invoice.id)}
                idempotencyKey={randomUUID()}
              />
            )}
            {isOpen(invoice.status) && may(actor, "payments.record") && (
              <PaymentDialog invoice={invoice} today={today} idempotencyKey={randomUUID()} />
            )}
          </>
        }
      />
      {isDraft && missing > 0 && (
        <div className="mb-4">
          <Notice tone="warning" title={missing === 1 ? "A line has no price" : `${missing} lines have no price`}>
            Write the price on the line, then the invoice can be sent. A price added to the price list counts for the
            next draft.
          </Notice>
        </div>
      )}
      {invoice.status === "cancelled" && (
        <div className="mb-4">
          <Notice tone="neutral" title="This invoice is cancelled">
            {invoice.cancelledReason}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <LinesPanel invoice={invoice} editable={isDraft && may(actor, "invoices.draft")} casesPath="/cases" />
          <NotesPanel key={invoice.notes} invoice={invoice} editable={isDraft && may(actor, "invoices.draft")} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <TotalsPanel invoice={invoice} settledByCredit={ledger.settledByCredit} />
          {!isDraft && <PaymentsPanel invoice={invoice} creditFrom={ledger.creditFrom} path="/invoices" />}
          <CreditNotesPanel
            notes={ledger.creditNotes}
            currency={invoice.currency}
            actionsOf={({ id, credit: left }) => {
              const source = { kind: "credit_note", id } as const;
              const of = { source, credit: left, currency: invoice.currency, size: "sm" } as const;
              return (
                <>
                  {open.length > 0 && may(actor, "payments.record") && (
                    <CreditUseDialog {...of} invoices={open} idempotencyKey={randomUUID()} />
                  )}
                  {may(actor, "credits.issue") && <RefundDialog {...of} today={today} idempotencyKey={randomUUID()} />}
                </>
              );
            }}
          />
          <RefundsPanel refunds={ledger.refunds} />
          <RemindersPanel reminders={reminders} accountPath={`/practices/${invoice.practiceId}/account`} />
          <FactsPanel
            invoice={invoice}
            locale={actor.lab.locale}
            audience="lab"
            practicePath={may(actor, "practices.view") ? `/practices/${invoice.practiceId}` : undefined}
          />
        </div>
      </div>
    </>
  );
}
