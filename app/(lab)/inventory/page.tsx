import { Boxes, Download, PackagePlus, Plus } from "lucide-react";
import { ItemTable } from "@/components/inventory/stock/item-table";
import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { EXPIRING_DAYS, itemFilterSchema, itemsHref } from "@/lib/inventory/items/list-filter";
import { listItems, sumStock } from "@/lib/inventory/items/list-items";
import { locationChoices } from "@/lib/inventory/items/locations";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Stock" };

export default async function StockPage({ searchParams }: PageProps<"/inventory">) {
  const actor = await pageActor("inventory.view");
  const filter = itemFilterSchema.parse(await searchParams);
  const today = labToday(actor.lab.timeZone);
  const { page, sums, locations } = await asActor(actor, async (tx) => ({
    sums: await sumStock(tx, today),
    locations: await locationChoices(tx),
    page: await listItems(tx, filter, today),
  }));
  const narrowed = Boolean(filter.q || filter.category || filter.location || filter.supplier || filter.show);
  const manages = may(actor, "inventory.manage");
  return (
    <>
      <LiveRefresh topics={["stock"]} />
      <PageHeader
        title="Stock"
        subtitle="What there is, where it lies and what it is worth"
        actions={
          <>
            <LinkButton href={itemsHref("/api/inventory/items", filter)} prefetch={false} icon={<Download />}>
              CSV
            </LinkButton>
            {manages && (
              <>
                <LinkButton href="/inventory/items/new" icon={<Plus />}>
                  New item
                </LinkButton>
                <LinkButton href="/inventory/deliveries/new" variant="primary" icon={<PackagePlus />}>
                  Receive delivery
                </LinkButton>
              </>
            )}
          </>
        }
        tabs={<StockTabs actor={actor} current="items" />}
      />
      <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label="Items" value={sums.items.toLocaleString(actor.lab.locale)} />
        <Stat label="Value" value={<Money amount={sums.value} />} detail="At what each lot cost" />
        <Stat label="To order" value={sums.low} detail="At or below their reorder point" href="/inventory/to-order" />
        <Stat
          label="Lots expiring"
          value={sums.expiring}
          detail={`Within ${EXPIRING_DAYS} days, or already`}
          href="/inventory/expiring"
        />
      </div>
      <ItemTable
        rows={page.items}
        locations={locations}
        today={today}
        empty={
          <EmptyState
            icon={<Boxes strokeWidth={1.5} />}
            title={narrowed ? "No item matches" : "Nothing is kept yet"}
            hint={
              narrowed ? "Try fewer letters or another filter." : "Add the materials and supplies that the lab keeps."
            }
            action={!narrowed && manages && <LinkButton href="/inventory/items/new">New item</LinkButton>}
          />
        }
        pager={
          <Pager
            newerLabel="Back"
            olderLabel="Further"
            newerHref={page.newer ? itemsHref("/inventory", filter, { before: page.newer }) : undefined}
            olderHref={page.older ? itemsHref("/inventory", filter, { after: page.older }) : undefined}
            summary={`${page.items.length} on this page`}
          />
        }
      />
    </>
  );
}
