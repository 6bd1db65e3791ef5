import Link from "next/link";
import { RecallStatus } from "@/components/inventory/recalls/recall-status";
import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listRecalls } from "@/lib/inventory/recalls/queries";

export const metadata = { title: "Recalls" };

export default async function RecallsPage() {
  const actor = await pageActor("inventory.view");
  const recalls = await asActor(actor, (tx) => listRecalls(tx));
  return (
    <>
      <LiveRefresh topics={["recalls"]} />
      <PageHeader
        title="Recalls"
        subtitle="Lots that must not be used, and whether the practices know"
        tabs={<StockTabs actor={actor} current="recalls" />}
      />
      {recalls.length === 0 ? (
        <EmptyState
          title="No lot was recalled"
          hint="A recall starts at the lot: find it by its number."
          action={<LinkButton href="/inventory/trace">Find a lot</LinkButton>}
        />
      ) : (
        <ul aria-label="Recalls" className="divide-y rounded-lg border bg-surface">
          {recalls.map((recall) => (
            <li key={recall.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm">
              <span className="min-w-0 flex-1 basis-64">
                <Link href={`/inventory/recalls/${recall.id}`} className="font-medium underline">
                  {recall.material}, lot {recall.lot}
                </Link>
                <span className="block text-muted">{recall.reason}</span>
              </span>
              <span className="text-muted">
                <DateTime iso={recall.recalledAt.toISOString()} format="date" />, {recall.recalledBy}
              </span>
              <RecallStatus of={recall} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
