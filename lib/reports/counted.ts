import type { ActingLab } from "@/lib/access/actor";
import type { Transaction } from "@/lib/db/transaction";
import { buildReport } from "./build-report";
import { KINDS } from "./kinds";
import type { Behind, ReportName, ReportParams } from "./schema";

/** What a list of things was opened from: the words of the figure, and what it counts. */
export type Counted = { words: string; definition: string };

/**
 * The figure that an address of things behind one names: a headline figure by its key, a row of a chart by its part, which is looked up in
 * the report as it stands now. Null when the address names none, or none that there is any more.
 */
export async function countedBy(
  tx: Transaction,
  lab: ActingLab,
  name: ReportName,
  params: ReportParams & Behind & { of?: string },
): Promise<Counted | null> {
  const [kind, of] = params.of?.split("~") ?? [];
  if (kind === "figure") {
    const figure = KINDS[name].figures.find(({ key }) => key === of);
    return figure ? { words: figure.label.toLowerCase(), definition: figure.definition } : null;
  }
  if (kind !== "chart") return null;
  const chart = (await buildReport(tx, lab, name, params)).charts[Number(of)];
  const only = params.only ?? null;
  const series = chart?.series.find((one) => one.only && one.only === only);
  const row = chart?.rows.find(
    ({ part }) =>
      part &&
      (part.month ?? null) === (params.month ?? null) &&
      (part.key ?? null) === (params.key ?? null) &&
      (series || (part.only ?? null) === only),
  );
  if (!chart || !row) return null;
  return {
    words: [chart.title.toLowerCase(), row.label, ...(series ? [series.label.toLowerCase()] : [])].join(", "),
    definition: chart.definition,
  };
}
