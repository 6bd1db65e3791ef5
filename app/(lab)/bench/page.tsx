import { PackageCheck } from "lucide-react";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { OpenByScan } from "@/components/workflow/open-by-scan";
import { QueueLine } from "@/components/workflow/queue-line";
import { pageActor } from "@/lib/access/current";
import { localNow } from "@/lib/cases/due-date";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { benchQueue, queueCounts } from "@/lib/workflow/queue";
import { BENCH_STAGES, queueFilterSchema, queueHref } from "@/lib/workflow/queue-filter";

export const metadata = { title: "Bench" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BenchPage({ searchParams }: Props) {
  const actor = await pageActor("bench.view");
  const filter = queueFilterSchema.parse(await searchParams);
  const { queue, counts } = await asActor(actor, async (tx) => ({
    queue: await benchQueue(tx, actor, filter),
    counts: await queueCounts(tx, actor, filter.who),
  }));
  const today = localNow(new Date(), actor.lab.timeZone).day;
  const all = Object.values(counts.stages).reduce((sum, n) => sum + n, 0);
  const whose = [
    { who: "mine" as const, label: "Mine" },
    ...(counts.department ? [{ who: "department" as const, label: counts.department }] : []),
    { who: "all" as const, label: "Everyone's" },
  ];
  return (
    <div data-density="touch">
      <LiveRefresh topics={["queue"]} />
      <PageHeader
        title="Bench"
        actions={
          <LinkTabs
            label="Whose work"
            items={whose.map(({ who, label }) => ({
              label,
              current: filter.who === who,
              href: queueHref({ who, stage: filter.stage }),
            }))}
          />
        }
        tabs={
          <LinkTabs
            label="Stage"
            items={[
              { label: "All stages", current: !filter.stage, count: all, href: queueHref({ who: filter.who }) },
              ...BENCH_STAGES.map((stage) => ({
                label: STAGE_LABEL[stage],
                current: filter.stage === stage,
                count: counts.stages[stage] ?? 0,
                href: queueHref({ who: filter.who, stage }),
              })),
            ]}
          />
        }
      />
      <div className="flex flex-col gap-4">
        <OpenByScan at="bench" />
        {queue.work.length === 0 ? (
          <EmptyState
            icon={<PackageCheck strokeWidth={1.5} />}
            title="Nothing waits here"
            hint={
              filter.who === "all"
                ? "Cases appear as soon as they are received."
                : "Look at everyone's work, or scan a case."
            }
          />
        ) : (
          <ul aria-label="Queue" className="divide-y rounded-lg border bg-surface">
            {queue.work.map((work) => (
              <QueueLine
                key={`${work.caseId} ${work.stage}`}
                work={work}
                today={today}
                me={actor.userId}
                notation={actor.toothNotation}
              />
            ))}
          </ul>
        )}
        <Pager
          newerHref={
            filter.after
              ? queueHref(filter.stage ? { who: filter.who, stage: filter.stage } : { who: filter.who })
              : undefined
          }
          newerLabel="To the start"
          olderHref={queue.next ? queueHref({ ...filter, after: queue.next }) : undefined}
          olderLabel="Later work"
        />
      </div>
    </div>
  );
}
