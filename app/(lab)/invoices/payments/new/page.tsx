import { randomUUID } from "node:crypto";
import Link from "next/link";
import { z } from "zod";
import { PaymentForm } from "@/components/billing/payment-form";
import { PaymentPractice } from "@/components/billing/payment-practice";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { creditsOf, openInvoices, payingPractices } from "@/lib/billing/ledger/open-invoices";
import { sumOf } from "@/lib/billing/line-amounts";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Record a payment" };

const addressSchema = z.object({
  practice: z.uuid().nullable().catch(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .catch(null),
});

export default async function NewPaymentPage({ searchParams }: PageProps<"/invoices/payments/new">) {
  const actor = await pageActor("payments.record");
  const address = addressSchema.parse(await searchParams);
  const { practices, invoices, credits } = await asActor(actor, async (tx) => ({
    practices: await payingPractices(tx),
    invoices: address.practice ? await openInvoices(tx, address.practice) : [],
    credits: address.practice ? await creditsOf(tx, address.practice) : [],
  }));
  const practice = practices.find(({ id }) => id === address.practice);
  const currencies = [...new Set(invoices.map((invoice) => invoice.currency))];
  const currency = address.currency ?? currencies[0] ?? actor.lab.currency;
  const credit = credits.filter((one) => one.currency === currency);
  return (
    <>
      <PageHeader
        title="Record a payment"
        subtitle="Over several invoices, or on account"
        breadcrumbs={[
          { label: "Invoices", href: "/invoices" },
          { label: "Payments", href: "/invoices/payments" },
        ]}
      />
      <div className="flex flex-col gap-4">
        <PaymentPractice practices={practices} chosen={practice?.id ?? ""} />
        {practice && currencies.length > 1 && (
          <LinkTabs
            label="Currency"
            items={currencies.map((one) => ({
              label: one,
              href: `/invoices/payments/new?practice=${practice.id}&currency=${one}`,
              current: one === currency,
            }))}
          />
        )}
        {practice && credit.length > 0 && (
          <Notice tone="info" title="The practice has credit" className="max-w-3xl">
            <Money amount={sumOf(credit.map((one) => one.credit))} currency={currency} /> of earlier{" "}
            <Link href={`/invoices/payments?practice=${practice.id}&credit=left`} className="underline">
              payments
            </Link>{" "}
            and credit notes is left. It can be used on an open invoice's page.
          </Notice>
        )}
        {practice && (
          <PaymentForm
            key={`${practice.id} ${currency}`}
            practiceId={practice.id}
            currency={currency}
            invoices={invoices.filter((invoice) => invoice.currency === currency)}
            today={labToday(actor.lab.timeZone)}
            idempotencyKey={randomUUID()}
          />
        )}
      </div>
    </>
  );
}
