import { CalendarClock } from "lucide-react";
import { z } from "zod";
import { ExpiringTable } from "@/components/inventory/stock/expiring-table";
import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { dayParam, rowKeyParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { EXPIRING_DAYS } from "@/lib/inventory/items/list-filter";
import { listExpiring } from "@/lib/inventory/lots/expiring";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Expiring lots" };

const search = z.object({
  within: z.enum(["0", "30", "180", "365"]).nullable().catch(null),
  after: rowKeyParam.refine((key) => key === null || dayParam.safeParse(key[0]).success).catch(null),
});

export default async function ExpiringPage({ searchParams }: PageProps<"/inventory/expiring">) {
  const actor = await pageActor("inventory.view");
  const { within, after } = search.parse(await searchParams);
  const today = labToday(actor.lab.timeZone);
  // Expired means that the last day is past; the list reckons up to and with a day.
  const days = within === "0" ? -1 : within ? Number(within) : EXPIRING_DAYS;
  const { lots, older } = await asActor(actor, (tx) => listExpiring(tx, { today, days, after }));
  const href = (more: Record<string, string>) =>
    `/inventory/expiring?${new URLSearchParams({ ...(within ? { within } : {}), ...more })}`;
  return (
    <>
      <LiveRefresh topics={["stock"]} />
      <PageHeader
        title="Expiring lots"
        subtitle="An expired lot cannot be used at the bench; it can be written off or counted"
        tabs={<StockTabs actor={actor} current="expiring" />}
      />
      <ExpiringTable
        rows={lots}
        today={today}
        empty={
          <EmptyState
            icon={<CalendarClock strokeWidth={1.5} />}
            title="No lot expires in this time"
            hint="Look further ahead with the filter above."
          />
        }
        pager={
          <Pager
            newerLabel="First"
            olderLabel="Further"
            newerHref={after ? href({}) : undefined}
            olderHref={older ? href({ after: older }) : undefined}
            summary={`${lots.length} on this page`}
          />
        }
      />
    </>
  );
}
