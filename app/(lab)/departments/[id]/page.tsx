import Link from "next/link";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { z } from "zod";
import { ArchiveDepartment } from "@/components/departments/archive-buttons";
import { BudgetPanel } from "@/components/departments/budget-panel";
import { DepartmentDialog } from "@/components/departments/department-dialog";
import { DepartmentFacts } from "@/components/departments/department-facts";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState, LoadingState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { budgetsOf } from "@/lib/departments/budgets";
import { monthsUpTo, monthWords } from "@/lib/departments/costs/months";
import { monthlyCosts } from "@/lib/departments/costs/queries";
import { machineRecords } from "@/lib/departments/machines/queries";
import { membersOf, oneDepartment, possibleHeads } from "@/lib/departments/queries";
import { labToday } from "@/lib/labs/today";
import { CostCharts } from "./cost-charts";

export const metadata = { title: "Department" };

const MONTHS = 6;

export default async function DepartmentPage({ params }: PageProps<"/departments/[id]">) {
  const actor = await pageActor("staff.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { locale, timeZone } = actor.lab;
  const manages = may(actor, "departments.manage");
  const months = monthsUpTo(labToday(timeZone), MONTHS);
  const thisMonth = months.at(-1) as string;
  const found = await asActor(actor, async (tx) => {
    const department = await oneDepartment(tx, id.data);
    if (!department) return null;
    return {
      department,
      members: await membersOf(tx, id.data),
      machines: await machineRecords(tx, id.data),
      heads: manages ? await possibleHeads(tx) : [],
      budgets: manages ? await budgetsOf(tx, id.data) : [],
      costs: manages ? await monthlyCosts(tx, thisMonth, thisMonth) : [],
    };
  });
  if (!found) notFound();
  const { department, members, machines, heads, budgets } = found;
  return (
    <>
      <PageHeader
        title={department.name}
        breadcrumbs={[{ label: "Departments", href: "/departments" }]}
        actions={
          manages && (
            <>
              <DepartmentDialog department={department} heads={heads} />
              <ArchiveDepartment id={department.id} />
            </>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <DepartmentFacts
            department={department}
            cost={found.costs.find(({ departmentId }) => departmentId === department.id)}
          />
          {manages && (
            <Suspense fallback={<LoadingState label="Loading the costs" />}>
              <CostCharts actor={actor} departmentId={department.id} months={months} />
            </Suspense>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {manages && (
            <BudgetPanel
              departmentId={department.id}
              thisMonth={thisMonth.slice(0, 7)}
              budgets={budgets.map((each) => ({ ...each, words: monthWords(each.from, locale) }))}
            />
          )}
          <Panel title="People" aside={members.length} flush>
            {members.length === 0 ? (
              <EmptyState title="Nobody yet" hint="People are given a department on their own page." />
            ) : (
              <ul aria-label="People" className="divide-y">
                {members.map((person) => (
                  <li key={person.id} className="px-4 py-2 text-sm">
                    <Link href={`/people/${person.userId}`} className="text-accent-text hover:underline">
                      {person.name}
                    </Link>
                    <span className="block text-xs text-muted">{person.jobTitle ?? person.role}</span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title="Machines" aside={machines.length} flush>
            {machines.length === 0 ? (
              <EmptyState title="No machines" />
            ) : (
              <ul aria-label="Machines" className="divide-y">
                {machines.map(({ id: machineId, code, name }) => (
                  <li key={machineId} className="px-4 py-2 text-sm">
                    {manages ? (
                      <Link href={`/departments/machines/${machineId}`} className="text-accent-text hover:underline">
                        {code}
                      </Link>
                    ) : (
                      code
                    )}
                    <span className="block text-xs text-muted">{name}</span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
      </div>
    </>
  );
}
