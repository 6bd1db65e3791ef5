import { ClipboardList, Printer } from "lucide-react";
import { z } from "zod";
import { CloseCountButtons } from "@/components/inventory/stock/close-count-buttons";
import { CountLines } from "@/components/inventory/stock/count-lines";
import { CountScan } from "@/components/inventory/stock/count-scan";
import { countScope } from "@/components/inventory/stock/count-scope";
import { CountStatusBadge } from "@/components/inventory/stock/count-table";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Progress } from "@/components/ui/progress";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { rowKeyParam, wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { LINES_SHOWN, listLines, readCount } from "@/lib/inventory/counts/queries";

export const metadata = { title: "Count" };

const search = z.object({
  q: wordsParam(80).catch(""),
  show: z.enum(LINES_SHOWN).nullable().catch(null),
  after: rowKeyParam,
});

export default async function CountPage({ params, searchParams }: PageProps<"/inventory/counts/[id]">) {
  const actor = await pageActor("inventory.count");
  const { q, show, after } = search.parse(await searchParams);
  const approves = may(actor, "inventory.approve");
  const { count, lines, older } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => {
      const count = await readCount(tx, id);
      const sees = approves || count.status !== "open";
      return {
        count,
        ...(await listLines(tx, { countId: id, q, after, show: show === "differing" && !sees ? null : show })),
      };
    }),
  );
  const isOpen = count.status === "open";
  const sees = approves || !isOpen;
  const base = `/inventory/counts/${count.id}`;
  const href = (more: Record<string, string>) => {
    const kept = Object.entries({ q, show: show ?? "", ...more }).filter(([, value]) => value !== "");
    return kept.length > 0 ? `${base}?${new URLSearchParams(kept)}` : base;
  };
  return (
    <>
      <LiveRefresh topics={[`stock-count:${count.id}`]} />
      <PageHeader
        title={count.name}
        breadcrumbs={[{ label: "Counts", href: "/inventory/counts" }]}
        status={<CountStatusBadge status={count.status} />}
        subtitle={
          <>
            {countScope(count)} · begun by {count.openedBy}, <DateTime iso={count.openedAt.toISOString()} />
            {count.closedAt && (
              <>
                {" "}
                · {count.status} by {count.closedBy}, <DateTime iso={count.closedAt.toISOString()} />
              </>
            )}
          </>
        }
        actions={
          <>
            <LinkButton href={`${base}/sheet`} icon={<Printer />}>
              Sheet
            </LinkButton>
            {approves && <CloseCountButtons key={count.status} count={count} />}
          </>
        }
      />
      {count.notes && <p className="mb-4 max-w-prose text-sm whitespace-pre-line">{count.notes}</p>}
      {isOpen && <CountScan countId={count.id} />}
      <div className="mb-4 flex flex-col gap-3">
        <p className="-mb-2 text-sm font-medium tabular-nums">
          {count.counted} of {count.lines} {count.lines === 1 ? "lot" : "lots"} counted
        </p>
        <Progress
          label={`${count.counted} of ${count.lines} lots counted`}
          value={count.counted}
          max={Math.max(count.lines, 1)}
          showValue
        />
        {sees && (
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            <Stat label="Expected" value={<Money amount={count.expectedValue} />} detail="When it began" />
            <Stat label="Found more" value={<Money amount={count.gain} />} />
            <Stat label="Missing" value={<Money amount={count.loss} />} />
            <Stat
              label="Difference"
              value={<Money amount={count.difference} />}
              detail={`${count.differing} ${count.differing === 1 ? "lot differs" : "lots differ"}, ${count.turnedUp} turned up`}
            />
          </div>
        )}
      </div>
      <CountLines
        countId={count.id}
        lines={lines}
        isOpen={isOpen}
        sees={sees}
        mayCount={may(actor, "inventory.count")}
        empty={
          <EmptyState
            icon={<ClipboardList strokeWidth={1.5} />}
            title={show === "open" ? "Everything was counted" : "No lot matches"}
            hint={show === "open" ? "A manager can approve the differences now." : "Try fewer letters."}
          />
        }
        pager={
          <Pager
            newerLabel="First"
            olderLabel="Further"
            newerHref={after ? href({}) : undefined}
            olderHref={older ? href({ after: older }) : undefined}
            summary={`${lines.length} on this page`}
          />
        }
      />
    </>
  );
}
