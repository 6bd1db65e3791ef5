import { CapacityRow } from "@/components/settings/calendar/capacity-row";
import { ClosingDaysPanel } from "@/components/settings/calendar/closing-days-panel";
import { HoursForm } from "@/components/settings/calendar/hours-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { pageActor } from "@/lib/access/current";
import { departmentLoad } from "@/lib/cases/load";
import type { DepartmentLoad } from "@/lib/cases/load-queue";
import { asActor } from "@/lib/db/as-actor";
import { capacities, closingDaysFrom, labHours } from "@/lib/labs/calendar/queries";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Calendar and days" };

/** Units that stand in a department and that will come to it. */
function waitingIn(load: DepartmentLoad | undefined) {
  const sum = (those: DepartmentLoad["coming"]) => those.reduce((units, work) => units + work.units, 0);
  const coming = load?.coming ?? [];
  return { here: sum(coming.filter((w) => w.leadDays === 0)), coming: sum(coming.filter((w) => w.leadDays > 0)) };
}

export default async function CalendarPage() {
  const actor = await pageActor("templates.manage");
  const today = labToday(actor.lab.timeZone);
  const { hours, days, departments, load } = await asActor(actor, async (tx) => ({
    hours: await labHours(tx),
    days: await closingDaysFrom(tx, today),
    departments: await capacities(tx),
    load: await departmentLoad(tx),
  }));
  return (
    <>
      <LiveRefresh topics={["queue"]} />
      <SettingsHeader
        actor={actor}
        current="/settings/calendar"
        title="Calendar and days"
        subtitle="What the promise of a day to a dentist is made of"
      />
      <div className="flex flex-col gap-4">
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex flex-col gap-4">
            <Panel title="Working days and hours">
              <HoursForm key={hours.seenAt} hours={hours} />
            </Panel>
            <Panel title="What a department can do in a day" flush>
              <ul className="divide-y">
                {departments.map((department) => (
                  <CapacityRow
                    key={`${department.id} ${department.units}`}
                    department={department}
                    waiting={waitingIn(load.find((d) => d.id === department.id))}
                  />
                ))}
              </ul>
            </Panel>
          </div>
          <Panel title="Closing days">
            <ClosingDaysPanel days={days} today={today} />
          </Panel>
        </div>
        <Panel title="Days per stage">
          <p className="mb-3 text-sm text-muted">How long each stage takes stands with the stages, per template.</p>
          <LinkButton href="/settings/templates">Open the templates</LinkButton>
        </Panel>
      </div>
    </>
  );
}
