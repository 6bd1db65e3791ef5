import { Plus } from "lucide-react";
import { LocationDialog, LocationList } from "@/components/inventory/stock/location-list";
import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listLocations } from "@/lib/inventory/items/locations";

export const metadata = { title: "Locations" };

export default async function LocationsPage() {
  const actor = await pageActor("inventory.view");
  const locations = await asActor(actor, (tx) => listLocations(tx));
  const editable = may(actor, "inventory.manage");
  return (
    <>
      <PageHeader
        title="Locations"
        subtitle="Where stock lies; a lot may lie in several places"
        actions={
          editable && (
            <LocationDialog
              trigger={
                <Button variant="primary" icon={<Plus />}>
                  New location
                </Button>
              }
            />
          )
        }
        tabs={<StockTabs actor={actor} current="locations" />}
      />
      <LocationList locations={locations} editable={editable} />
    </>
  );
}
