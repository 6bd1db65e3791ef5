import { notFound } from "next/navigation";
import { z } from "zod";
import { ChartFrame } from "@/components/charts/chart-frame";
import type { Figures } from "@/components/charts/figures";
import { DowntimeDialog } from "@/components/departments/machines/downtime-dialog";
import { LogList } from "@/components/departments/machines/log-list";
import { MachineDialog } from "@/components/departments/machines/machine-dialog";
import { MachineFacts } from "@/components/departments/machines/machine-facts";
import { machineLook } from "@/components/departments/machines/machine-look";
import { MachinePapers } from "@/components/departments/machines/machine-papers";
import { PlanDialog } from "@/components/departments/machines/plan-dialog";
import { PlanList } from "@/components/departments/machines/plan-list";
import { PlannedList } from "@/components/departments/machines/planned-list";
import { RecordDialog } from "@/components/departments/machines/record-dialog";
import { StandstillList } from "@/components/departments/machines/standstill-list";
import { StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { addDays } from "@/lib/cases/due-date";
import { asActor } from "@/lib/db/as-actor";
import { monthsUpTo, monthWords } from "@/lib/departments/costs/months";
import { type Availability, availability, overall } from "@/lib/departments/machines/availability";
import { machineFiles } from "@/lib/departments/machines/files";
import { machineRecord, plannedDowntimes } from "@/lib/departments/machines/queries";
import { listPlans, logOf } from "@/lib/departments/maintenance/queries";
import { listDepartments } from "@/lib/departments/queries";
import { labToday } from "@/lib/labs/today";
import { standstills } from "@/lib/workflow/machines/queries";

export const metadata = { title: "Machine" };

const MONTHS = 6;

const availabilityFigures = (months: readonly Availability[], locale: string): Figures => ({
  xLabel: "Month",
  series: [{ key: "share", label: "Available" }],
  rows: months.map(({ month, share }) => ({ label: monthWords(month, locale), values: { share } })),
  format: { style: "percent", decimals: 1 },
});

export default async function MachinePage({ params }: PageProps<"/departments/machines/[id]">) {
  const actor = await pageActor("departments.manage");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const today = labToday(actor.lab.timeZone);
  const found = await asActor(actor, async (tx) => {
    const machine = await machineRecord(tx, id.data);
    if (!machine) return null;
    const months = await availability(tx, monthsUpTo(today, MONTHS)[0] as string, today);
    return {
      machine,
      months: months.filter(({ equipmentId }) => equipmentId === machine.id),
      plans: await listPlans(tx, today, machine.id),
      log: await logOf(tx, machine.id),
      planned: await plannedDowntimes(tx, machine.id),
      stood: await standstills(tx, machine.id),
      files: await machineFiles(tx, machine.id),
      departments: await listDepartments(tx),
    };
  });
  if (!found) notFound();
  const { machine, months, plans, log, planned, stood, files, departments } = found;
  const { tone, word } = machineLook(machine);
  return (
    <>
      <LiveRefresh topics={["queue"]} />
      <PageHeader
        title={`${machine.code}, ${machine.name}`}
        status={<StatusBadge tone={tone}>{word}</StatusBadge>}
        breadcrumbs={[
          { label: "Departments", href: "/departments" },
          { label: "Machines", href: "/departments/machines" },
        ]}
        actions={
          <>
            <RecordDialog equipmentId={machine.id} plans={plans} today={today} who={actor.name} />
            <DowntimeDialog
              equipmentId={machine.id}
              plans={plans}
              from={`${addDays(today, 1)}T09:00`}
              to={`${addDays(today, 1)}T12:00`}
            />
            <MachineDialog machine={machine} departments={departments} />
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <MachineFacts machine={machine} stood={overall(months)} today={today} />
          <ChartFrame
            title="Availability"
            definition="The share of the lab's open hours in which it was not down, for a fault or as planned, up to now."
            kind="bar"
            figures={availabilityFigures(months, actor.lab.locale)}
          />
          <Panel title="Maintenance log" aside={log.length} flush>
            <LogList entries={log} />
          </Panel>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel
            title="Plans of maintenance"
            aside={plans.length}
            flush
            actions={<PlanDialog equipmentId={machine.id} today={today} />}
          >
            <PlanList equipmentId={machine.id} plans={plans} today={today} />
          </Panel>
          <Panel title="Planned downtimes" aside={planned.length} flush>
            <PlannedList downtimes={planned} />
          </Panel>
          <MachinePapers machine={machine.id} files={files} today={today} />
          <Panel title="Standstills" aside={stood.length} flush>
            <StandstillList standstills={stood} />
          </Panel>
        </div>
      </div>
    </>
  );
}
