import { ChartFrame } from "@/components/charts/chart-frame";
import type { Figures } from "@/components/charts/figures";
import { CapacityTable } from "@/components/departments/capacity-table";
import { DepartmentTabs } from "@/components/departments/department-tabs";
import { LOAD_LOOK } from "@/components/departments/load-look";
import { WhatIfAnswer } from "@/components/departments/what-if/what-if-answer";
import { WhatIfForm } from "@/components/departments/what-if/what-if-form";
import { StatusBadge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { type CapacityPlan, capacityPlan, type DepartmentPlan } from "@/lib/departments/capacity/queries";
import { capacityParams, supposedParams } from "@/lib/departments/capacity/schema";
import { openingHours, supposedDays, whatIf, whatMayBeMissing } from "@/lib/departments/capacity/suppose";
import { listPlans } from "@/lib/departments/maintenance/queries";

export const metadata = { title: "Capacity and load" };

const DEFINITION =
  "Load: the open stages of a department in units, placed on the days as the promise to a dentist places them. What stands there today counts on the next working day, what stands upstream after the days of its stages; held cases do not count. What a day cannot do waits for the next. Capacity: the department's daily units, less people away and machines down that day.";

const dayWords = (locale: string) => (day: string) =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, {
    weekday: "short",
    day: "numeric",
    month: "numeric",
    timeZone: "UTC",
  });

function figuresOf(department: DepartmentPlan, words: (day: string) => string): Figures {
  return {
    xLabel: "Day",
    series: [
      { key: "load", label: "Load" },
      { key: "capacity", label: "Capacity" },
    ],
    rows: department.days.map(({ day, load, capacity }) => ({
      label: words(day),
      values: { load, capacity },
      href: `/departments/${department.id}/load?day=${day}`,
    })),
    format: { style: "number" },
  };
}

const overOn = (plan: CapacityPlan) =>
  plan.departments.flatMap(({ name, days }) => {
    const over = days.filter((day) => day.over > 0).length;
    return over > 0 ? [`${name} (${over} ${over === 1 ? "day" : "days"})`] : [];
  });

export default async function CapacityPage({ searchParams }: PageProps<"/departments/capacity">) {
  const actor = await pageActor("reports.view");
  const query = await searchParams;
  const wanted = capacityParams.parse(query).department;
  const { what, ...days } = supposedParams.parse(query);
  const plansDowntimes = may(actor, "departments.manage");
  const found = await asActor(actor, async (tx) => {
    const plan = await capacityPlan(tx);
    const choices = (await whatMayBeMissing(tx)).filter(({ kind }) => kind === "machine" || may(actor, "staff.view"));
    const missing = choices.find(({ kind, id }) => kind === what?.kind && id === what.id);
    const supposed = supposedDays(days, { today: plan.today, next: plan.days[0] as string });
    if (!missing) return { plan, choices, supposed, answer: null, missing: null, plans: [], hours: null };
    return {
      plan,
      choices,
      supposed,
      missing,
      answer: await whatIf(tx, { missing, ...supposed }),
      plans: plansDowntimes && missing.kind === "machine" ? await listPlans(tx, plan.today, missing.id) : [],
      hours: await openingHours(tx),
    };
  });
  const { choices, supposed, missing, answer, plans, hours } = found;
  const plan = answer?.after ?? found.plan;
  const words = dayWords(actor.lab.locale);
  const chosen = plan.departments.find(({ id }) => id === (wanted ?? missing?.departmentId)) ?? plan.departments[0];
  const over = overOn(plan);
  const asked = missing ? { what: `${missing.kind === "machine" ? "m" : "p"}.${missing.id}`, ...supposed } : {};
  return (
    <>
      <LiveRefresh topics={["queue", "board"]} />
      <PageHeader
        title="Capacity and load"
        subtitle="The next 20 working days, in units"
        tabs={<DepartmentTabs actor={actor} current="/departments/capacity" />}
      />
      {!chosen ? (
        <EmptyState title="No departments yet" hint="Load is counted by department." />
      ) : (
        <div className="flex flex-col gap-4">
          <p className="text-sm text-muted">{DEFINITION}</p>
          <div className="flex flex-wrap items-center gap-2 text-sm">
            {(["free", "busy", "full", "over"] as const).map((level) => (
              <StatusBadge key={level} tone={LOAD_LOOK[level].tone} icon={LOAD_LOOK[level].icon}>
                {
                  {
                    free: "room, below 75 %",
                    busy: "busy, from 75 %",
                    full: "full, from 95 %",
                    over: "over its capacity",
                  }[level]
                }
              </StatusBadge>
            ))}
            <span>{over.length > 0 ? `Over: ${over.join(", ")}.` : "No department is over its capacity."}</span>
          </div>
          <WhatIfForm
            choices={choices}
            what={missing && `${missing.kind === "machine" ? "m" : "p"}.${missing.id}`}
            {...supposed}
            today={plan.today}
            department={wanted}
          />
          {answer && missing && (
            <WhatIfAnswer
              supposed={{ missing, ...supposed }}
              answer={answer}
              plan={plansDowntimes && hours ? { plans: plans.map(({ id, name }) => ({ id, name })), ...hours } : null}
              mayEditPeople={may(actor, "leave.approve")}
            />
          )}
          <CapacityTable plan={plan} before={answer?.before} words={words} />
          <LinkTabs
            label="Department of the chart"
            items={plan.departments.map(({ id, name }) => ({
              href: `/departments/capacity?${new URLSearchParams({ ...asked, department: id })}`,
              label: name,
              current: id === chosen.id,
            }))}
          />
          <ChartFrame
            title={`${chosen.name}: load and capacity`}
            definition="Units on each working day; a day leads to the cases behind its load."
            kind="bar"
            figures={figuresOf(chosen, words)}
          />
        </div>
      )}
    </>
  );
}
