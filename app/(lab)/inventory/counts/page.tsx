import { ClipboardList } from "lucide-react";
import { CountTable } from "@/components/inventory/stock/count-table";
import { OpenCountDialog } from "@/components/inventory/stock/open-count-dialog";
import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { instantParam, rowKeyParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listCounts } from "@/lib/inventory/counts/queries";
import { locationChoices } from "@/lib/inventory/items/locations";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Counts" };

const key = rowKeyParam.refine((at) => at === null || instantParam.safeParse(at[0]).success).catch(null);

export default async function CountsPage({ searchParams }: PageProps<"/inventory/counts">) {
  const actor = await pageActor("inventory.count");
  const after = key.parse((await searchParams).after ?? null);
  const { counts, older, locations } = await asActor(actor, async (tx) => ({
    locations: await locationChoices(tx),
    ...(await listCounts(tx, after)),
  }));
  return (
    <>
      <LiveRefresh topics={["stock-counts"]} />
      <PageHeader
        title="Counts"
        subtitle="Stock-takings now and before"
        actions={<OpenCountDialog locations={locations} today={labToday(actor.lab.timeZone)} />}
        tabs={<StockTabs actor={actor} current="counts" />}
      />
      <CountTable
        rows={counts}
        money={may(actor, "inventory.approve")}
        empty={
          <EmptyState
            icon={<ClipboardList strokeWidth={1.5} />}
            title="Nothing was counted yet"
            hint="Begin a count of a location or a category; several people may scan at the same time."
          />
        }
        pager={
          <Pager
            newerLabel="Newest"
            newerHref={after ? "/inventory/counts" : undefined}
            olderHref={older ? `/inventory/counts?after=${encodeURIComponent(older)}` : undefined}
            summary={`${counts.length} on this page`}
          />
        }
      />
    </>
  );
}
