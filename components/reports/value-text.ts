import { figureText } from "@/components/charts/figures";
import type { ReportFigure } from "@/lib/reports/build-report";

/** A value of a headline figure in words; a dash where there is none. */
export function valueText(
  { format }: Pick<ReportFigure, "format">,
  value: ReportFigure["value"],
  locale: string,
): string {
  if (format.style === "text") return value === null ? "–" : String(value);
  return figureText(value, format, locale);
}
