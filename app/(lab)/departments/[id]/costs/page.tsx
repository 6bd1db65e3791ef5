import { notFound } from "next/navigation";
import { z } from "zod";
import { CostsBehind } from "@/components/departments/costs-behind";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { monthWords } from "@/lib/departments/costs/months";
import * as costs from "@/lib/departments/costs/queries";
import { oneDepartment } from "@/lib/departments/queries";
import { COST_LABEL, type CostKind, costsParams } from "@/lib/departments/schema";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "What makes the cost" };

export default async function CostsPage({ params, searchParams }: PageProps<"/departments/[id]/costs">) {
  const actor = await pageActor("departments.manage");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { month: wanted, kind } = costsParams.parse(await searchParams);
  const month = `${wanted ?? labToday(actor.lab.timeZone).slice(0, 7)}-01`;
  const found = await asActor(actor, async (tx) => {
    const department = await oneDepartment(tx, id.data);
    if (!department) return null;
    return {
      department,
      work: kind === "work" ? await costs.workBehind(tx, id.data, month) : [],
      cases: kind === "work" ? await costs.casesBehind(tx, id.data, month) : [],
      materials: kind === "materials" ? await costs.materialsBehind(tx, id.data, month) : [],
      maintenance: kind === "maintenance" ? await costs.maintenanceBehind(tx, id.data, month) : [],
      total: (await costs.monthlyCosts(tx, month, month)).find(({ departmentId }) => departmentId === id.data),
    };
  });
  if (!found) notFound();
  const { department, total } = found;
  return (
    <>
      <PageHeader
        title={`Cost of ${monthWords(month, actor.lab.locale)}`}
        subtitle={
          total && (
            <>
              <Money amount={total.total} />
              {total.budget && (
                <>
                  {" of a budget of "}
                  <Money amount={total.budget} />
                </>
              )}
            </>
          )
        }
        breadcrumbs={[
          { label: "Departments", href: "/departments" },
          { label: department.name, href: `/departments/${department.id}` },
        ]}
        tabs={
          <LinkTabs
            label="Kind of cost"
            items={(Object.keys(COST_LABEL) as CostKind[]).map((each) => ({
              href: `/departments/${department.id}/costs?month=${month.slice(0, 7)}&kind=${each}`,
              label: COST_LABEL[each],
              current: each === kind,
            }))}
          />
        }
      />
      <CostsBehind kind={kind} amount={total?.[kind] ?? "0.00"} {...found} />
    </>
  );
}
