import { Cog } from "lucide-react";
import { BenchPlaces } from "@/components/bench/bench-places";
import { MachineCard } from "@/components/bench/machine-card";
import { MachineDialog } from "@/components/departments/machines/machine-dialog";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listMachines, machineDepartments } from "@/lib/workflow/machines/queries";

export const metadata = { title: "Machines" };

export default async function MachinesPage() {
  const actor = await pageActor("bench.view");
  const manages = may(actor, "departments.manage");
  const { machines, departments } = await asActor(actor, async (tx) => ({
    machines: await listMachines(tx, manages),
    departments: manages ? await machineDepartments(tx) : [],
  }));
  return (
    <div data-density="touch">
      <LiveRefresh topics={["queue"]} />
      <PageHeader
        title="Machines"
        subtitle="One that stands still stops the clocks of what is made on it"
        actions={manages && <MachineDialog bench departments={departments} />}
        tabs={<BenchPlaces current="/bench/machines" />}
      />
      {machines.length === 0 ? (
        <EmptyState
          icon={<Cog strokeWidth={1.5} />}
          title="No machines yet"
          hint="A manager adds the scanners, printers, mills and furnaces of the lab."
        />
      ) : (
        <ul aria-label="Machines" className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
          {machines.map((machine) => (
            <MachineCard
              key={machine.id}
              machine={machine}
              may={{ report: may(actor, "bench.work"), manage: manages }}
              departments={departments}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
