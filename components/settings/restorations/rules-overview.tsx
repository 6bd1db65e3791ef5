import Link from "next/link";
import { demandOf, type ParticularRule } from "@/lib/cases/particulars/rules";
import { DEMAND_LABEL, type Demand, PARTICULAR_LABEL, PARTICULARS } from "@/lib/cases/particulars/words";
import { MATERIAL_LABEL, PROCEDURE_LABEL, PROCEDURE_TYPES, type ProcedureType } from "@/lib/cases/vocabulary";

/** Every restoration with what is asked about it, as one sees it at a glance; a restoration leads to its rules. */
export function RulesOverview({ rules }: { rules: readonly ParticularRule[] }) {
  return (
    <>
      <Legend />
      <section
        aria-label="Particulars by restoration"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        tabIndex={0}
        className="relative overflow-x-auto rounded-lg border bg-surface"
      >
        <table className="w-full min-w-max border-collapse text-sm">
          <thead>
            <tr className="border-b text-left align-bottom text-xs text-muted">
              <th scope="col" className="sticky left-0 z-[1] bg-surface px-3 py-2 font-medium">
                Restoration
              </th>
              {PARTICULARS.map((particular) => (
                <th key={particular} scope="col" className="w-18 px-1 py-2 text-center font-medium">
                  {PARTICULAR_LABEL[particular]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y">
            {PROCEDURE_TYPES.map((type) => (
              <tr key={type} className="hover:bg-hover">
                <th
                  scope="row"
                  className="sticky left-0 z-[1] bg-surface px-3 text-left font-medium whitespace-nowrap max-sm:w-32 max-sm:whitespace-normal"
                >
                  <Link
                    href={`/settings/restorations?type=${type}`}
                    className="inline-flex min-h-row items-center underline-offset-2 hover:underline"
                  >
                    {PROCEDURE_LABEL[type]}
                  </Link>
                  {exceptionsOf(rules, type) && (
                    <span className="block max-w-52 pb-2 max-sm:hidden text-xs font-normal whitespace-normal text-muted">
                      Otherwise: {exceptionsOf(rules, type)}
                    </span>
                  )}
                </th>
                {PARTICULARS.map((particular) => (
                  <td key={particular} className="px-1 text-center">
                    <DemandMark demand={demandOf(rules, { procedureType: type, material: null }, particular)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

const exceptionsOf = (rules: readonly ParticularRule[], type: ProcedureType) =>
  [...new Set(rules.flatMap((r) => (r.procedureType === type && r.material ? [MATERIAL_LABEL[r.material]] : [])))].join(
    ", ",
  );

const MARK: Record<Demand, string> = {
  required: "bg-accent border-accent",
  asked: "border-line-strong",
  hidden: "border-transparent",
};

function DemandMark({ demand }: { demand: Demand }) {
  return (
    <>
      <span
        aria-hidden
        title={DEMAND_LABEL[demand]}
        className={`inline-block size-3 rounded-full border-2 ${MARK[demand]}`}
      />
      <span className="sr-only">{DEMAND_LABEL[demand]}</span>
    </>
  );
}

function Legend() {
  return (
    <p aria-hidden className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      <span className="flex items-center gap-1.5">
        <span className={`size-3 rounded-full border-2 ${MARK.required}`} /> Required: a case is not sent without it
      </span>
      <span className="flex items-center gap-1.5">
        <span className={`size-3 rounded-full border-2 ${MARK.asked}`} /> Asked: may stay blank
      </span>
      <span>No mark: hidden</span>
    </p>
  );
}
