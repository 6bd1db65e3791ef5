import { DateTime } from "luxon";
import type { ActingLab } from "@/lib/access/actor";
import type { Transaction } from "@/lib/db/transaction";
import { type BuiltReport, buildReport } from "./build-report";
import { filterOptions, filterWords } from "./filter-options";
import type { ReportName, ReportParams } from "./schema";

/** What a report's file is made of: the report of the screen, lines of name and value for its head, and a name to save it under. */
export type ReportFile = { report: BuiltReport; facts: [name: string, value: string][]; fileName: string };

/** An instant in the lab's zone and locale, "21 Nov 2026, 16:05". */
export const instantWords = (at: Date, { timeZone, locale }: ActingLab): string =>
  DateTime.fromJSDate(at, { zone: timeZone })
    .setLocale(locale)
    .toLocaleString({ dateStyle: "medium", timeStyle: "short" })
    .replaceAll(/[\u202f\u2009]/g, "\u00a0");

/** Reads a report for its CSV or PDF: exactly what the screen of the same address shows. */
export async function reportFile(
  tx: Transaction,
  lab: ActingLab,
  name: ReportName,
  params: ReportParams,
): Promise<ReportFile> {
  const options = await filterOptions(tx, name);
  const report = await buildReport(tx, lab, name, params);
  const { words, asOf, period } = report;
  const facts: ReportFile["facts"] = [
    ["Lab", lab.name],
    ...(words
      ? ([
          ["Period", words.period],
          ["Compared with", params.compare === "year" ? words.yearBefore : words.before],
        ] as [string, string][])
      : []),
    ...filterWords(options, params),
    ["As of", asOf ? instantWords(asOf, lab) : "never"],
  ];
  const span = words
    ? `${period.from.slice(0, 7)}_${period.to.slice(0, 7)}`
    : DateTime.now().setZone(lab.timeZone).toISODate();
  return { report, facts, fileName: `${name}-${span}` };
}
