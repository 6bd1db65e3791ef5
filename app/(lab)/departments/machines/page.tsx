import { DepartmentTabs } from "@/components/departments/department-tabs";
import { DueList } from "@/components/departments/machines/due-list";
import { MachineDialog } from "@/components/departments/machines/machine-dialog";
import { MachineTable } from "@/components/departments/machines/machine-table";
import { PlannedList } from "@/components/departments/machines/planned-list";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { monthsUpTo } from "@/lib/departments/costs/months";
import { availability, overall } from "@/lib/departments/machines/availability";
import { machineRecords, plannedDowntimes } from "@/lib/departments/machines/queries";
import { listPlans } from "@/lib/departments/maintenance/queries";
import { listDepartments } from "@/lib/departments/queries";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Machines" };

const MONTHS = 3;

export default async function MachinesPage() {
  const actor = await pageActor("departments.manage");
  const today = labToday(actor.lab.timeZone);
  const { machines, months, plans, planned, departments } = await asActor(actor, async (tx) => ({
    machines: await machineRecords(tx),
    months: await availability(tx, monthsUpTo(today, MONTHS)[0] as string, today),
    plans: await listPlans(tx, today),
    planned: await plannedDowntimes(tx),
    departments: await listDepartments(tx),
  }));
  const stood = (id: string) => overall(months.filter(({ equipmentId }) => equipmentId === id));
  return (
    <>
      <LiveRefresh topics={["queue"]} />
      <PageHeader
        title="Machines"
        subtitle="Available: the share of the lab's open hours in which a machine was not down, this month and the two before"
        actions={<MachineDialog departments={departments} />}
        tabs={<DepartmentTabs actor={actor} current="/departments/machines" />}
      />
      <div className="flex flex-col gap-4">
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Panel title="Maintenance due" aside={plans.filter(({ due }) => due.state !== "later").length} flush>
            <DueList plans={plans.filter(({ due }) => due.state !== "later")} />
          </Panel>
          <Panel title="Planned downtimes" aside={planned.length} flush>
            <PlannedList downtimes={planned} named />
          </Panel>
        </div>
        <MachineTable rows={machines.map((each) => ({ ...each, stood: stood(each.id) }))} />
      </div>
    </>
  );
}
