import { randomUUID } from "node:crypto";
import { CreditUseDialog } from "@/components/billing/credit-use-dialog";
import { PaymentBounceDialog } from "@/components/billing/payment-bounce-dialog";
import { PaymentFacts } from "@/components/billing/payment-facts";
import { PaymentInvoices } from "@/components/billing/payment-invoices";
import { RefundDialog } from "@/components/billing/refund-dialog";
import { RefundsPanel } from "@/components/billing/refunds-panel";
import { StatusBadge } from "@/components/ui/badge";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { notFound } from "@/lib/access/errors";
import { foundBy } from "@/lib/access/found";
import { openInvoices } from "@/lib/billing/ledger/open-invoices";
import { type PaymentDetail, readPayment } from "@/lib/billing/ledger/read-payment";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Payment" };

export default async function PaymentPage({ params }: PageProps<"/invoices/payments/[id]">) {
  const actor = await pageActor("invoices.view");
  const { payment, open } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const found = await readPayment(tx, id);
      if (!found) throw notFound("payment");
      return { payment: found, open: await openInvoices(tx, found.practiceId, found.currency) };
    }),
  );
  const today = labToday(actor.lab.timeZone);
  const source = { kind: "payment", id: payment.id } as const;
  const { credit, currency, method } = payment;
  const hasCredit = credit !== "0.00";
  return (
    <>
      <LiveRefresh topics={["payments"]} />
      <PageHeader
        title={
          <>
            Payment of <Money amount={payment.amount} currency={currency} />
          </>
        }
        subtitle={payment.practice ?? "Archived practice"}
        breadcrumbs={[
          { label: "Invoices", href: "/invoices" },
          { label: "Payments", href: "/invoices/payments" },
        ]}
        status={<PaymentStatus payment={payment} />}
        actions={
          <>
            {payment.refunded !== payment.amount && may(actor, "payments.record") && (
              <PaymentBounceDialog payment={payment} today={today} idempotencyKey={randomUUID()} />
            )}
            {hasCredit && may(actor, "credits.issue") && (
              <RefundDialog {...{ source, credit, currency, method, today }} idempotencyKey={randomUUID()} />
            )}
            {hasCredit && open.length > 0 && may(actor, "payments.record") && (
              <CreditUseDialog {...{ source, credit, currency }} invoices={open} idempotencyKey={randomUUID()} />
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <PaymentInvoices payment={payment} mayTakeBack={may(actor, "payments.record")} />
        <div className="flex min-w-0 flex-col gap-4">
          <PaymentFacts
            payment={payment}
            practicePath={may(actor, "practices.view") ? `/practices/${payment.practiceId}` : undefined}
          />
          <RefundsPanel refunds={payment.refunds} />
        </div>
      </div>
    </>
  );
}

function PaymentStatus({ payment }: { payment: PaymentDetail }) {
  if (payment.refunds.some(({ kind }) => kind === "bounced")) return <StatusBadge tone="danger">Bounced</StatusBadge>;
  if (payment.credit !== "0.00") return <StatusBadge tone="info">Credit left</StatusBadge>;
  if (payment.refunded === payment.amount) return <StatusBadge tone="neutral">Refunded</StatusBadge>;
  return <StatusBadge tone="success">Settled</StatusBadge>;
}
