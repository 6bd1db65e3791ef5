"use client";

import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { replaceParticularRules, setParticularDemand } from "@/lib/cases/particulars/actions";
import { demandOf, demandsFor, type ParticularRule, particularsFor } from "@/lib/cases/particulars/rules";
import { DEMAND_LABEL, type Demand, PARTICULAR_LABEL, type Particular } from "@/lib/cases/particulars/words";
import { RESTORATIONS } from "@/lib/cases/restorations";
import { MATERIAL_LABEL, type Material, PROCEDURE_LABEL, type ProcedureType } from "@/lib/cases/vocabulary";

type RulesEditorProps = {
  procedureType: ProcedureType;
  rules: readonly ParticularRule[];
  /** The rules a lab starts with, for going back to them. */
  defaults: readonly ParticularRule[];
};

/** What one restoration asks, a column for every material and one for each that is otherwise. A change holds at once. */
export function RulesEditor({ procedureType, rules, defaults }: RulesEditorProps) {
  const router = useRouter();
  const [added, setAdded] = useState<Material[]>([]);
  const { materials } = RESTORATIONS[procedureType];
  const columns = materials.filter((m) => added.includes(m) || rules.some((rule) => rule.material === m));
  const undo = useAction(setParticularDemand, { onSuccess: () => router.refresh() });
  const change = useAction(setParticularDemand, {
    onSuccess: (before) => {
      toast.undo(`${PARTICULAR_LABEL[before.particular]} changed`, () => undo.run(before));
      router.refresh();
    },
  });
  const takeBack = useAction(replaceParticularRules, { onSuccess: () => router.refresh() });
  const reset = useAction(replaceParticularRules, {
    onSuccess: (before) => {
      setAdded([]);
      toast.undo("Back to the rules a lab starts with", () => takeBack.run(before));
      router.refresh();
    },
  });
  const cell = (particular: Particular, material: Material | null) => {
    const own = rules.find((rule) => rule.particular === particular && rule.material === material)?.demand;
    const general = demandOf(rules, { procedureType, material: null }, particular);
    const of = material ? MATERIAL_LABEL[material] : "every material";
    return (
      <Select
        aria-label={`${PARTICULAR_LABEL[particular]}, ${of}`}
        value={material ? (own ?? "") : general}
        className={material && !own ? "text-muted" : undefined}
        disabled={change.pending}
        options={[
          ...(material ? [{ value: "", label: `Same (${DEMAND_LABEL[general].toLowerCase()})` }] : []),
          ...demandsFor(particular).map((demand) => ({ value: demand, label: DEMAND_LABEL[demand] })),
        ]}
        onChange={(event) => {
          const demand = (event.target.value || null) as Demand | null;
          change.run({ procedureType, material, particular, demand });
        }}
      />
    );
  };
  const isDefault = sameRules(rules, defaults);
  return (
    <div className="flex flex-col gap-3">
      <section
        aria-label={`Particulars of ${PROCEDURE_LABEL[procedureType]}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-lg border bg-surface"
      >
        <table className="border-collapse text-sm">
          <thead>
            <tr className="border-b text-left align-bottom text-xs text-muted">
              <th scope="col" className="sticky left-0 z-[1] bg-surface px-3 py-2 font-medium">
                Particular
              </th>
              {[null, ...columns].map((material) => (
                <th key={material} scope="col" className="px-2 py-2 font-medium">
                  {material ? MATERIAL_LABEL[material] : "Every material"}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {particularsFor(procedureType).map((particular) => (
              <tr key={particular}>
                <th scope="row" className="sticky left-0 z-[1] bg-surface px-3 text-left font-medium max-sm:w-32">
                  {PARTICULAR_LABEL[particular]}
                </th>
                {[null, ...columns].map((material) => (
                  <td key={material} className={`px-2 py-1.5 ${material ? "min-w-44 touch:min-w-52" : "min-w-36"}`}>
                    {material && particular === "material" ? null : cell(particular, material)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="flex flex-wrap items-center gap-2">
        {columns.length < materials.length && (
          <Select
            className="w-64 max-sm:w-full"
            aria-label="Make an exception for a material"
            placeholder="Make an exception for…"
            value=""
            options={materials.filter((m) => !columns.includes(m)).map((m) => ({ value: m, label: MATERIAL_LABEL[m] }))}
            onChange={(event) => event.target.value && setAdded([...added, event.target.value as Material])}
          />
        )}
        <Button
          icon={<RotateCcw />}
          disabled={isDefault}
          loading={reset.pending}
          onClick={() => reset.run({ procedureType, rules: [...defaults] })}
        >
          Back to the defaults
        </Button>
      </div>
    </div>
  );
}

function sameRules(a: readonly ParticularRule[], b: readonly ParticularRule[]): boolean {
  const words = (rules: readonly ParticularRule[]) =>
    rules
      .filter((r) => r.material !== null || r.demand !== "hidden")
      .map((r) => `${r.material} ${r.particular} ${r.demand}`)
      .sort()
      .join();
  return words(a) === words(b);
}
