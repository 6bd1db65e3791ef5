import { HandCoins } from "lucide-react";
import { BillingTabs } from "@/components/billing/billing-tabs";
import { lastMonths, paymentPageLinks } from "@/components/billing/payment-page-links";
import { PaymentSumsBar } from "@/components/billing/payment-sums";
import { PaymentTable } from "@/components/billing/payment-table";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { listPayments, sumPayments } from "@/lib/billing/ledger/list-payments";
import { paymentFilterSchema } from "@/lib/billing/ledger/payment-filter";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Payments" };

export default async function PaymentsPage({ searchParams }: PageProps<"/invoices/payments">) {
  const actor = await pageActor("invoices.view");
  const filter = paymentFilterSchema.parse(await searchParams);
  const { page, sums } = await asActor(actor, async (tx) => ({
    page: await listPayments(tx, filter),
    sums: await sumPayments(tx, filter),
  }));
  const filtered = Boolean(filter.q || filter.method || filter.month || filter.practice || filter.credit);
  return (
    <>
      <LiveRefresh topics={["payments"]} />
      <PageHeader
        title="Payments"
        subtitle="Money that came in, what it settles and what is left of it"
        actions={
          may(actor, "payments.record") && (
            <LinkButton href="/invoices/payments/new" variant="primary" icon={<HandCoins />}>
              Record payment
            </LinkButton>
          )
        }
        tabs={<BillingTabs actor={actor} current="payments" />}
      />
      <PaymentSumsBar sums={sums} />
      <PaymentTable
        rows={page.payments}
        months={lastMonths(labToday(actor.lab.timeZone), actor.lab.locale)}
        empty={
          <EmptyState
            icon={<HandCoins strokeWidth={1.5} />}
            title={filtered ? "No payment matches" : "No payments yet"}
            hint={filtered ? "Try fewer letters, or another month." : "Record the first one when money comes in."}
          />
        }
        pager={<Pager {...paymentPageLinks(filter, page)} summary={`${page.payments.length} on this page`} />}
      />
    </>
  );
}
