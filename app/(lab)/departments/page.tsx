import { Download } from "lucide-react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { ArchivedDepartments } from "@/components/departments/archive-buttons";
import { againstBudget, COST_DEFINITION } from "@/components/departments/cost-figures";
import { DepartmentDialog } from "@/components/departments/department-dialog";
import { DepartmentTable } from "@/components/departments/department-table";
import { DepartmentTabs } from "@/components/departments/department-tabs";
import { LinkButton } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { monthsUpTo, monthWords } from "@/lib/departments/costs/months";
import { monthlyCosts } from "@/lib/departments/costs/queries";
import { archivedDepartments, listDepartments, possibleHeads } from "@/lib/departments/queries";
import { costsParams } from "@/lib/departments/schema";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Departments" };

export default async function DepartmentsPage({ searchParams }: PageProps<"/departments">) {
  const actor = await pageActor("staff.view");
  const { currency, locale, timeZone } = actor.lab;
  const manages = may(actor, "departments.manage");
  const today = labToday(timeZone);
  const wanted = costsParams.parse(await searchParams).month;
  const month = `${wanted && wanted <= today.slice(0, 7) ? wanted : today.slice(0, 7)}-01`;
  const { departments, heads, costs, archived } = await asActor(actor, async (tx) => ({
    departments: await listDepartments(tx),
    heads: manages ? await possibleHeads(tx) : [],
    costs: manages ? await monthlyCosts(tx, month, month) : [],
    archived: manages ? await archivedDepartments(tx) : [],
  }));
  const costOf = new Map(costs.map((cost) => [cost.departmentId, cost]));
  return (
    <>
      <PageHeader
        title="Departments"
        subtitle={manages ? `Cost and budget of ${monthWords(month, locale)}` : undefined}
        actions={
          manages && (
            <>
              <LinkButton
                href={`/api/departments/costs?to=${month.slice(0, 7)}`}
                prefetch={false}
                icon={<Download aria-hidden />}
              >
                CSV of 12 months
              </LinkButton>
              <DepartmentDialog heads={heads} />
            </>
          )
        }
        tabs={<DepartmentTabs actor={actor} current="/departments" />}
      />
      {manages && (
        <div className="mb-4">
          <LinkTabs
            label="Month"
            items={monthsUpTo(today, 6).map((each) => ({
              href: `/departments?month=${each.slice(0, 7)}`,
              label: monthWords(each, locale),
              current: each === month,
            }))}
          />
        </div>
      )}
      <div className="flex flex-col gap-4">
        <DepartmentTable
          rows={departments.map((each) => ({ ...each, cost: costOf.get(each.id) ?? null }))}
          showMoney={manages}
        />
        {manages && (
          <ChartFrame
            title={`Cost against budget, ${monthWords(month, locale)}`}
            definition={COST_DEFINITION}
            kind="bar"
            figures={againstBudget(costs, { currency, xLabel: "Department" }, ({ name }) => name)}
          />
        )}
      </div>
      <ArchivedDepartments departments={archived} />
    </>
  );
}
