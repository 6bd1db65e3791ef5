import { ChevronRight } from "lucide-react";
import { MEASURES, type Measure } from "@/lib/network/dentist-rates";

const MEASURE_LABEL: Record<Measure, string> = {
  cases: "Cases",
  units: "Units",
  remadeUnits: "Remade units",
  remadeCases: "Remade cases",
  onTime: "On time",
  days: "Days in lab",
  held: "On hold",
  rating: "Rating",
  revenue: "Invoiced",
};

/** What each figure of the screen counts. */
export function MeasureNotes({ measures }: { measures: readonly Measure[] }) {
  return (
    <details className="group mt-4 text-sm">
      <summary className="flex min-h-control cursor-pointer list-none items-center gap-1 text-muted">
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
        What the figures count
      </summary>
      <dl className="grid max-w-3xl gap-x-4 gap-y-1.5 sm:grid-cols-[8rem_1fr]">
        {measures.map((measure) => (
          <div key={measure} className="contents">
            <dt className="font-medium">{MEASURE_LABEL[measure]}</dt>
            <dd className="text-muted max-sm:mb-1">{MEASURES[measure]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
