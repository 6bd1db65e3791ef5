import { BillingForm } from "@/components/settings/billing/billing-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { pageActor } from "@/lib/access/current";
import { billingSettings } from "@/lib/billing/prices/billing-settings";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Billing" };

export default async function BillingSettingsPage() {
  const actor = await pageActor("billing.manage");
  const settings = await asActor(actor, billingSettings);
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/billing"
        title="Billing"
        subtitle="What invoices say of the lab, and what a new practice is offered"
      />
      <BillingForm key={settings.seenAt} settings={settings} />
    </>
  );
}
