import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { MonthCost } from "@/lib/departments/costs/queries";
import type { Department } from "@/lib/departments/queries";
import { Money } from "../ui/money";
import { Stat } from "../ui/stat";
import { BudgetState } from "./budget-state";

/** What a department is and, for those who may see it, what this month costs. */
export function DepartmentFacts({ department, cost }: { department: Department; cost?: MonthCost }) {
  const stages = department.stages.map((stage) => STAGE_LABEL[stage]).join(", ");
  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <Stat
        label="Head"
        value={<span className="text-base">{department.head ?? "Nobody"}</span>}
        detail={stages || "No stages"}
      />
      <Stat
        label="Daily capacity"
        value={department.units ?? "No limit"}
        detail={department.units === null ? "in units" : "units on a day with everybody there"}
      />
      <Stat label="Open stages" value={department.open} detail="that stand here now" />
      {cost && (
        <Stat
          label="Cost this month"
          value={<Money amount={cost.total} />}
          detail={<BudgetState left={cost.left} />}
          href={`/departments/${department.id}/costs?month=${cost.month.slice(0, 7)}`}
        />
      )}
    </div>
  );
}
