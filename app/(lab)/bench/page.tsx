import { PackageCheck } from "lucide-react";
import { BenchPlaces } from "@/components/bench/bench-places";
import { FilterSelect } from "@/components/data-table/filter-select";
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
import { benchQueue, queueCounts, queueSources } from "@/lib/workflow/queue";
import { BENCH_STAGES, type QueueFilter, queueFilterSchema, queueHref } from "@/lib/workflow/queue-filter";

export const metadata = { title: "Bench" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BenchPage({ searchParams }: Props) {
  const actor = await pageActor("bench.view");
  const filter = queueFilterSchema.parse(await searchParams);
  const { queue, counts, sources } = await asActor(actor, async (tx) => ({
    queue: await benchQueue(tx, actor, filter),
    counts: await queueCounts(tx, actor, filter),
    sources: await queueSources(tx),
  }));
  const today = localNow(new Date(), actor.lab.timeZone).day;
  const named = Boolean(filter.person || filter.department);
  return (
    <div data-density="touch">
      <LiveRefresh topics={["queue"]} />
      <PageHeader
        title="Bench"
        actions={<BenchPlaces current="/bench" />}
        tabs={<StageTabs filter={filter} counts={counts.stages} />}
      />
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <LinkTabs
            label="Whose work"
            items={[
              { who: "mine" as const, label: "Mine" },
              ...(counts.department ? [{ who: "department" as const, label: counts.department }] : []),
              { who: "all" as const, label: "Everyone's" },
            ].map(({ who, label }) => ({
              label,
              current: !named && filter.who === who,
              href: queueHref({ who, stage: filter.stage }),
            }))}
          />
          <span className="ml-auto flex flex-wrap gap-2 max-sm:w-full">
            <FilterSelect label="Person" param="person" options={sources.people.map(optionOf)} />
            <FilterSelect label="Department" param="department" options={sources.departments.map(optionOf)} />
          </span>
        </div>
        <OpenByScan at="bench" />
        {queue.work.length === 0 ? (
          <EmptyState
            icon={<PackageCheck strokeWidth={1.5} />}
            title="Nothing waits here"
            hint={
              filter.who === "all" && !named
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
          newerHref={filter.after ? queueHref({ ...filter, after: null }) : undefined}
          newerLabel="To the start"
          olderHref={queue.next ? queueHref({ ...filter, after: queue.next }) : undefined}
          olderLabel="Later work"
        />
      </div>
    </div>
  );
}

const optionOf = ({ id, name, cases }: { id: string; name: string; cases: number }) => ({
  value: id,
  label: `${name} (${cases})`,
});

function StageTabs({ filter, counts }: { filter: QueueFilter; counts: Partial<Record<string, number>> }) {
  const all = Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const of = { ...filter, after: null };
  return (
    <LinkTabs
      label="Stage"
      items={[
        { label: "All stages", current: !filter.stage, count: all, href: queueHref({ ...of, stage: null }) },
        ...BENCH_STAGES.map((stage) => ({
          label: STAGE_LABEL[stage],
          current: filter.stage === stage,
          count: counts[stage] ?? 0,
          href: queueHref({ ...of, stage }),
        })),
      ]}
    />
  );
}
