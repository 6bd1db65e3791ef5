import { Stat } from "@/components/ui/stat";
import { behindHref } from "@/lib/reports/address";
import type { BuiltReport, ReportFigure } from "@/lib/reports/build-report";
import { changeOf } from "@/lib/reports/change";
import type { ReportParams } from "@/lib/reports/schema";
import { valueText } from "./value-text";

type Props = { report: BuiltReport; params: ReportParams; locale: string };

/** The headline figures with their change against what they are compared with; each leads to what is behind it. */
export function ReportFigures({ report: { name, figures, words }, params, locale }: Props) {
  const against = params.compare === "year" ? words?.yearBefore : words?.before;
  return (
    <section aria-label="Figures" className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4">
      {figures.map((figure) => {
        const was = params.compare === "year" ? figure.yearBefore : figure.before;
        return (
          <Stat
            key={figure.key}
            label={figure.label}
            value={<span className="text-xl">{valueText(figure, figure.value, locale)}</span>}
            delta={deltaOf(figure, was, locale)}
            detail={against && was !== null ? `${valueText(figure, was, locale)} in ${against}` : undefined}
            href={hrefOf(figure, name, params)}
          />
        );
      })}
    </section>
  );
}

/** Where what a figure counts is listed; nowhere when there is no figure. */
function hrefOf({ key, value, part, elsewhere }: ReportFigure, name: BuiltReport["name"], params: ReportParams) {
  if (value === null) return undefined;
  return part ? behindHref(name, params, { ...part, of: `figure~${key}` }) : elsewhere;
}

/** A figure's change as a Stat shows it: green where it is good, red where it is not. */
export function deltaOf(figure: ReportFigure, was: ReportFigure["value"], locale: string) {
  const change = changeOf(figure, was, locale);
  if (!change) return undefined;
  const tone =
    change.isGood === null ? ("neutral" as const) : change.isGood ? ("success" as const) : ("danger" as const);
  return { text: change.text, direction: change.direction, tone };
}
