import { Package } from "lucide-react";
import { CarrierForm } from "@/components/logistics/carriers/carrier-form";
import { ArchivedCarriers, CarrierList } from "@/components/logistics/carriers/carrier-list";
import { SettingsHeader } from "@/components/settings/settings-header";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { editedCarriers } from "@/lib/logistics/carriers/carrier-queries";

export const metadata = { title: "Carriers" };

export default async function CarriersPage() {
  const actor = await pageActor("carriers.manage");
  const carriers = await asActor(actor, editedCarriers);
  const live = carriers.filter(({ archived }) => !archived);
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/carriers"
        title="Carriers"
        subtitle="Parcel services that take what no driver brings"
        actions={<CarrierForm />}
      />
      <div className="max-w-3xl">
        {live.length === 0 ? (
          <EmptyState
            icon={<Package strokeWidth={1.5} />}
            title="No parcel service yet"
            hint="Add one, then choose it for the practices it serves."
          />
        ) : (
          <CarrierList carriers={live} />
        )}
        <ArchivedCarriers carriers={carriers.filter(({ archived }) => archived)} />
      </div>
    </>
  );
}
