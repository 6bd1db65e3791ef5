import { PackageOpen, Plus } from "lucide-react";
import { LateTable } from "@/components/reports/late-table";
import { StageColumn } from "@/components/reports/stage-column";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader, Section } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { boardColumns, lateCases, openCases } from "@/lib/reports/board";

export const metadata = { title: "Board" };

export default async function BoardPage() {
  const actor = await pageActor("board.view");
  const today = labToday(actor.lab.timeZone);
  const { open, columns, late } = await asActor(actor, async (tx) => ({
    open: await openCases(tx, today),
    columns: await boardColumns(tx, today),
    late: await lateCases(tx, today),
  }));
  return (
    <>
      <LiveRefresh topics={["board"]} />
      <PageHeader title="Board" subtitle={<DateTime iso={`${today}T12:00:00Z`} format="day" zone="UTC" />} />
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
      <section
        aria-label="Stages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mb-8 grid gap-2 max-lg:grid-cols-1 lg:auto-cols-[minmax(9.25rem,1fr)] lg:grid-flow-col lg:overflow-x-auto lg:pb-2"
      >
        {columns.map((column) => (
          <StageColumn key={column.stage} column={column} today={today} />
        ))}
      </section>
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
