import { ChartFrame } from "@/components/charts/chart-frame";
import { againstBudget, COST_DEFINITION, madeOf } from "@/components/departments/cost-figures";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { monthWords } from "@/lib/departments/costs/months";
import { monthlyCosts } from "@/lib/departments/costs/queries";

type CostChartsProps = { actor: Actor; departmentId: string; months: readonly string[] };

/** A department's cost over the months (`YYYY-MM-01`) against its budget, and by kind: read by itself, since months of a large lab take seconds. */
export async function CostCharts({ actor, departmentId, months }: CostChartsProps) {
  const { currency, locale } = actor.lab;
  const all = await asActor(actor, (tx) => monthlyCosts(tx, months[0] as string, months.at(-1) as string));
  const costs = all.filter((each) => each.departmentId === departmentId);
  return (
    <>
      <ChartFrame
        title="Cost against budget"
        definition={COST_DEFINITION}
        kind="bar"
        figures={againstBudget(costs, { currency, xLabel: "Month" }, (c) => monthWords(c.month, locale))}
      />
      <ChartFrame
        title="What the cost is made of"
        definition="The same cost by kind. A month leads to the people, materials and maintenance behind it."
        kind="stacked"
        figures={madeOf(costs, { currency, locale })}
      />
    </>
  );
}
