import Link from "next/link";
import { z } from "zod";
import { Expiry } from "@/components/inventory/stock/expiry";
import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SearchInput } from "@/components/ui/search-input";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { findLots } from "@/lib/inventory/trace/lot-head";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Trace" };

const MOST = 50;
const asked = z.string().trim().max(80).catch("");

export default async function TracePage({ searchParams }: PageProps<"/inventory/trace">) {
  const actor = await pageActor("inventory.view");
  const q = asked.parse((await searchParams).q ?? "");
  const lots = await asActor(actor, (tx) => findLots(tx, q, MOST));
  const today = labToday(actor.lab.timeZone);
  return (
    <>
      <PageHeader
        title="Trace"
        subtitle="From a lot to every case, tooth, patient and practice it went into"
        tabs={<StockTabs actor={actor} current="trace" />}
      />
      <div className="mb-4 max-w-md">
        <SearchInput label="Number of the lot" placeholder="Scan or type the number of a lot" />
      </div>
      <Panel
        title={q ? "Lots found" : "Newest lots"}
        aside={lots.length === MOST ? `The first ${MOST}` : undefined}
        flush
      >
        {lots.length === 0 ? (
          <EmptyState title="No lot has this number" hint="Try fewer characters. Lots come in with a delivery." />
        ) : (
          <ul aria-label="Lots" className="divide-y">
            {lots.map((lot) => (
              <li key={lot.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
                <span className="min-w-0 flex-1 basis-48">
                  <Link href={`/inventory/lots/${lot.id}`} className="font-medium underline">
                    {lot.number}
                  </Link>
                  <span className="block text-muted">{lot.name}</span>
                </span>
                {lot.isRecalled && <StatusBadge tone="danger">Recalled</StatusBadge>}
                <span className="tabular-nums">
                  {lot.onHand} {lot.unit} left
                </span>
                <Expiry day={lot.expiresOn} today={today} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
