import { type Actor, may } from "@/lib/access/actor";
import type { Transaction } from "@/lib/db/transaction";
import { behindHref, reportHref } from "./address";
import { type BuiltReport, buildReport, type ReportFigure } from "./build-report";
import { headOf, type ReportName, type ReportParams } from "./schema";

/** The figure of each report that the overview shows, and the chart in which it runs over the months (null: it has none). */
const SHOWN: readonly { name: ReportName; figure: string; chart: string | null }[] = [
  { name: "completion", figure: "items", chart: "Items by month" },
  { name: "on-time", figure: "onTime", chart: "On time by month" },
  { name: "remakes", figure: "rate", chart: "Remake rate by month" },
  { name: "in-progress", figure: "items", chart: null },
  { name: "bottleneck", figure: "wait", chart: "Waiting by month" },
  { name: "departments", figure: "attempts", chart: "Stages completed by month" },
  { name: "people", figure: "units", chart: "Units by month" },
  { name: "failures", figure: "failures", chart: "Failures by month" },
  { name: "revenue", figure: "net", chart: "Net by month" },
  { name: "receivables", figure: "overdue", chart: null },
  { name: "stock", figure: "closing", chart: "Value at the end of each month" },
];

/** What labs aim for: below three remakes in a hundred units. */
const REMAKE_AIM = 0.03;
const ON_TIME_AIM = 0.9;

export type OverviewCard = {
  name: ReportName;
  title: string;
  hint: string;
  href: string;
  figure: ReportFigure;
  /** The totals of the chart's rows, in their order, and what they are called. */
  chart: { title: string; points: { label: string; value: number | null }[] } | null;
};
export type Attention = { text: string; href: string; tone: "danger" | "warning" };
export type Overview = { cards: OverviewCard[]; attention: Attention[]; report: BuiltReport };

/** The key figure of every report that the actor may open, over the months asked for, and what of it needs attention. */
export async function readOverview(tx: Transaction, actor: Actor, params: ReportParams): Promise<Overview> {
  const built = new Map<ReportName, BuiltReport>();
  for (const { name } of SHOWN)
    if (!headOf(name).finance || may(actor, "reports.finance"))
      built.set(name, await buildReport(tx, actor.lab, name, params));
  const cards = SHOWN.flatMap(({ name, figure: key, chart: title }) => {
    const report = built.get(name);
    const figure = report?.figures.find((one) => one.key === key);
    if (!report || !figure) return [];
    return [
      {
        name,
        title: report.title,
        hint: headOf(name).hint,
        href: reportHref(name, params),
        figure,
        chart: chartOf(report, title),
      },
    ];
  });
  return { cards, attention: attentionOf(built, params), report: built.get("completion") as BuiltReport };
}

function chartOf({ charts }: BuiltReport, title: string | null): OverviewCard["chart"] {
  const chart = charts.find((one) => one.title === title);
  if (!chart) return null;
  const own = chart.series.filter(({ key }) => key !== "earlier");
  const points = chart.rows.map(({ label, values }) => {
    const known = own.map(({ key }) => values[key]).filter((value) => value !== null && value !== undefined);
    return { label, value: known.length > 0 ? known.reduce<number>((sum, value) => sum + Number(value), 0) : null };
  });
  return { title: chart.title, points };
}

/** What of the figures asks for somebody to act, the worst first. */
export function attentionOf(built: ReadonlyMap<ReportName, BuiltReport>, params: ReportParams): Attention[] {
  const value = (name: ReportName, key: string) => {
    const found = built.get(name)?.figures.find((one) => one.key === key)?.value;
    return found === null || found === undefined ? null : Number(found);
  };
  const behind = (name: ReportName, only: string, figure: string) =>
    behindHref(name, params, { only, of: `figure~${figure}` });
  const found: (Attention | false)[] = [];
  const say = (is: boolean, text: string, href: string, tone: Attention["tone"]) =>
    found.push(is && { text, href, tone });
  const late = value("in-progress", "late") ?? 0;
  say(
    late > 0,
    `${late} ${late === 1 ? "item is" : "items are"} past the ship-by day`,
    behind("in-progress", "late", "late"),
    "danger",
  );
  const over60 = value("receivables", "over60") ?? 0;
  say(over60 > 0, "Invoices are overdue by more than 60 days", behind("receivables", "over60", "over60"), "danger");
  const onTime = value("on-time", "onTime");
  say(
    onTime !== null && onTime < ON_TIME_AIM,
    "Fewer than nine in ten items came on time",
    behind("on-time", "late", "late"),
    "warning",
  );
  const remakes = value("remakes", "rate");
  say(
    remakes !== null && remakes > REMAKE_AIM,
    "More than three in a hundred units were made again",
    behind("remakes", "remade", "remade"),
    "warning",
  );
  const held = value("in-progress", "held") ?? 0;
  say(
    held > 0,
    `${held} ${held === 1 ? "item is" : "items are"} on hold`,
    behind("in-progress", "held", "held"),
    "warning",
  );
  const low = value("stock", "low") ?? 0;
  say(low > 0, `${low} stock ${low === 1 ? "item is" : "items are"} to be ordered`, "/inventory?show=low", "warning");
  return found.filter((one): one is Attention => one !== false);
}
