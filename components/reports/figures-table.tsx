import { Panel } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { toneText } from "@/components/ui/tone";
import type { BuiltReport, ReportFigure } from "@/lib/reports/build-report";
import { changeOf } from "@/lib/reports/change";
import { valueText } from "./value-text";

/** Every headline figure with its definition, and what it was in the months before and a year before. */
export function FiguresTable({ report: { figures, words }, locale }: { report: BuiltReport; locale: string }) {
  return (
    <Panel title={words ? "Figures compared, and what they mean" : "What the figures mean"} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label="Figures compared" tabIndex={0} className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="text-xs text-muted">
            <tr>
              <th scope="col" className="px-4 py-2 text-left font-medium">
                Figure
              </th>
              <th scope="col" className={head}>
                {words?.period ?? "Now"}
              </th>
              {words && <th scope="col" className={head}>{`Before: ${words.before}`}</th>}
              {words && <th scope="col" className={head}>{`A year before: ${words.yearBefore}`}</th>}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.key} className="border-t align-top">
                <th scope="row" className="min-w-56 px-4 py-2 text-left font-medium">
                  {figure.label}
                  <span className="block max-w-prose text-xs font-normal text-muted">{figure.definition}</span>
                </th>
                <td className={cn(cell, "font-medium")}>{valueText(figure, figure.value, locale)}</td>
                {words && <Earlier figure={figure} was={figure.before} locale={locale} />}
                {words && <Earlier figure={figure} was={figure.yearBefore} locale={locale} />}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

const head = "px-4 py-2 text-right font-medium";
const cell = "px-4 py-2 text-right whitespace-nowrap tabular-nums";

function Earlier({ figure, was, locale }: { figure: ReportFigure; was: ReportFigure["value"]; locale: string }) {
  const change = changeOf(figure, was, locale);
  const tone = change?.isGood === true ? "success" : change?.isGood === false ? "danger" : "neutral";
  return (
    <td className={cell}>
      {valueText(figure, was, locale)}
      {change && <span className={cn("block text-xs", toneText[tone])}>{change.text}</span>}
    </td>
  );
}
