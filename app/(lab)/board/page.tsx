import { PackageOpen, Plus } from "lucide-react";
import { Board } from "@/components/board/board";
import { BoardFilters } from "@/components/board/board-filters";
import { HoldsDue } from "@/components/cases/holds-due";
import { LateTable } from "@/components/reports/late-table";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader, Section } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { holdsToReview } from "@/lib/cases/hold-review";
import { STAGES, type Stage } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { boardColumns } from "@/lib/reports/board";
import { type BoardFilter, boardFilterSchema } from "@/lib/reports/board-filter";
import { boardSources } from "@/lib/reports/board-sources";
import { boardTryIns } from "@/lib/reports/board-try-ins";
import { lateCases, openCases } from "@/lib/reports/late";
import { workReasons } from "@/lib/workflow/reasons";

export const metadata = { title: "Board" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BoardPage({ searchParams }: Props) {
  const actor = await pageActor("board.view");
  const filter = boardFilterSchema.parse(await searchParams);
  const today = labToday(actor.lab.timeZone);
  const { open, columns, tryIns, late, sources, reasons, toReview } = await asActor(actor, async (tx) => ({
    open: await openCases(tx, today),
    columns: await boardColumns(tx, today, filter),
    tryIns: await boardTryIns(tx, today, filter),
    sources: await boardSources(tx),
    reasons: (await workReasons(tx)).send_back,
    late: await lateCases(tx, today),
    toReview: may(actor, "cases.view") ? await holdsToReview(tx, today) : 0,
  }));
  return (
    <>
      <LiveRefresh topics={["board"]} />
      <PageHeader title="Board" subtitle={<DateTime iso={`${today}T12:00:00Z`} format="day" zone="UTC" />} />
      <HoldsDue count={toReview} />
      {open.open === 0 && <NothingOpen actor={actor} />}
      <div className="mb-6 grid grid-cols-2 gap-3 md:grid-cols-4">
        <Stat label="Open cases" value={open.open} detail="Not delivered yet" href="/cases?status=open" />
        <Stat label="Late" value={open.late} detail="Past their ship-by day" href="/cases?late=1&sort=ship" />
        <Stat
          label="To ship today"
          value={open.today}
          detail={`${open.ready} ready`}
          href="/cases?status=open&sort=ship"
        />
        <Stat label="On hold" value={open.onHold} detail="Waiting for an answer" href="/cases?status=on_hold" />
      </div>
      <BoardFilters {...sources} />
      <Board
        columns={columns}
        tryIns={tryIns}
        today={today}
        notation={actor.toothNotation}
        me={actor.userId}
        permissions={[...actor.permissions]}
        reasons={reasons}
        moreHref={moreHrefs(filter)}
      />
      <Section title="Late, and why" hint="Open cases past their ship-by day, the furthest behind first">
        <LateTable cases={late} />
      </Section>
    </>
  );
}

/** What a lab does first, and what it does when everything is delivered. */
function NothingOpen({ actor }: { actor: Actor }) {
  return (
    <div className="mb-6 rounded-lg border bg-surface">
      <EmptyState
        icon={<PackageOpen strokeWidth={1.5} />}
        title="No open cases"
        hint="Cases come in when a practice sends one from its portal, or when you enter one. They move through the stages below."
        action={
          <>
            {may(actor, "cases.submit") && (
              <LinkButton href="/cases/new" variant="primary" icon={<Plus aria-hidden />}>
                New case
              </LinkButton>
            )}
            {may(actor, "practices.manage") && <LinkButton href="/practices">Add practices</LinkButton>}
          </>
        }
      />
    </div>
  );
}

/** For each stage the address of the same board with all of its cards. */
function moreHrefs({ more, late, ...rest }: BoardFilter): Record<Stage, string> {
  const given = Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const href = (stage: Stage) => {
    const params = new URLSearchParams(given);
    if (late) params.set("late", "1");
    params.set("more", [...new Set([...more, stage])].join("."));
    return `/board?${params}`;
  };
  return Object.fromEntries(STAGES.map((stage) => [stage, href(stage)])) as Record<Stage, string>;
}
