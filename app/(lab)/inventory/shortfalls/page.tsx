import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { ShortfallList } from "@/components/inventory/trace/shortfall-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { openShortfalls } from "@/lib/inventory/use/shortfalls";

export const metadata = { title: "Short" };

export default async function ShortfallsPage() {
  const actor = await pageActor("inventory.view");
  const shortfalls = await asActor(actor, (tx) => openShortfalls(tx));
  return (
    <>
      <LiveRefresh topics={["stock"]} />
      <PageHeader
        title="Short"
        subtitle="What the bench used although the books had it not: book it, or say what came of it"
        tabs={<StockTabs actor={actor} current="short" />}
      />
      {shortfalls.length === 0 ? (
        <EmptyState title="The books have everything that was used" hint="What a stage uses beyond them shows here." />
      ) : (
        <ShortfallList
          shortfalls={shortfalls}
          notation={actor.toothNotation}
          maySettle={may(actor, "inventory.manage")}
        />
      )}
    </>
  );
}
