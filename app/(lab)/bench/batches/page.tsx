import { Flame } from "lucide-react";
import { BenchPlaces } from "@/components/bench/bench-places";
import { LoadCard } from "@/components/bench/load-card";
import { NewLoad } from "@/components/bench/new-load";
import { FilterSelect } from "@/components/data-table/filter-select";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader, Section } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { currentBatches, pastBatches, usedPrograms } from "@/lib/workflow/batches/queries";
import { machineParam } from "@/lib/workflow/machines/param";
import { listMachines, stageOfDepartments } from "@/lib/workflow/machines/queries";

export const metadata = { title: "Loads" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LoadsPage({ searchParams }: Props) {
  const actor = await pageActor("bench.view");
  const { machine } = machineParam.parse(await searchParams);
  const shown = await asActor(actor, async (tx) => ({
    current: await currentBatches(tx),
    past: await pastBatches(tx, machine),
    machines: await listMachines(tx),
    programs: await usedPrograms(tx),
    stageOf: await stageOfDepartments(tx),
  }));
  const { machines, programs, stageOf } = shown;
  return (
    <div data-density="touch">
      <LiveRefresh topics={["queue"]} />
      <PageHeader
        title="Loads"
        subtitle="A furnace or mill load is filled by scan, started once and finished once"
        actions={may(actor, "bench.work") && <NewLoad machines={machines} programs={programs} stageOf={stageOf} />}
        tabs={<BenchPlaces current="/bench/batches" />}
      />
      {shown.current.length === 0 ? (
        <EmptyState
          icon={<Flame strokeWidth={1.5} />}
          title="No load is open"
          hint="Open one, then scan what goes into it."
        />
      ) : (
        <ul aria-label="Open and running loads" className="divide-y rounded-lg border bg-surface">
          {shown.current.map((batch) => (
            <LoadCard key={batch.id} batch={batch} />
          ))}
        </ul>
      )}
      <Section
        title="Finished"
        className="mt-6"
        actions={
          <FilterSelect
            label="Machine"
            param="machine"
            options={machines.map(({ id, code }) => ({ value: id, label: code }))}
          />
        }
      >
        {shown.past.length === 0 ? (
          <p className="text-sm text-muted">No load was finished here yet.</p>
        ) : (
          <ul aria-label="Finished loads" className="divide-y rounded-lg border bg-surface">
            {shown.past.map((batch) => (
              <LoadCard key={batch.id} batch={batch} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
