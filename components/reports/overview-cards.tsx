import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { Stat } from "@/components/ui/stat";
import { type Tone, toneMark } from "@/components/ui/tone";
import type { Overview } from "@/lib/reports/overview";
import type { ReportParams } from "@/lib/reports/schema";
import { deltaOf } from "./report-figures";
import { valueText } from "./value-text";

type Props = { overview: Overview; params: ReportParams; locale: string };

/** The key figure of each report with its run over the months; a card opens its report. */
export function OverviewCards({ overview: { cards }, params, locale }: Props) {
  return (
    <section aria-label="Key figures" className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {cards.map(({ name, title, href, figure, chart }) => {
        const was = params.compare === "year" ? figure.yearBefore : figure.before;
        return (
          <Stat
            key={name}
            label={`${title}: ${figure.label.toLowerCase()}`}
            value={<span className="text-xl">{valueText(figure, figure.value, locale)}</span>}
            delta={deltaOf(figure, was, locale)}
            href={href}
            detail={
              <span className="mt-1 block">
                {chart && (
                  <Sparkline
                    points={chart.points}
                    label={`${chart.title}, from ${chart.points[0]?.label ?? ""} to ${chart.points.at(-1)?.label ?? ""}`}
                  />
                )}
                {figure.definition}
              </span>
            }
          />
        );
      })}
    </section>
  );
}

/** What asks for somebody to act; a word when nothing does. */
export function AttentionList({ attention }: { attention: Overview["attention"] }) {
  if (attention.length === 0) return <p className="px-4 py-3 text-sm text-muted">Nothing asks for attention.</p>;
  return (
    <ul className="divide-y">
      {attention.map(({ text, href, tone }) => (
        <li key={text}>
          <Link href={href} className="flex min-h-control items-center gap-2.5 px-4 py-2 text-sm hover:bg-hover">
            <Mark tone={tone} />
            <span className="flex-1">{text}</span>
            <span className="text-xs text-muted">{tone === "danger" ? "Urgent" : "Look at it"}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const Mark = ({ tone }: { tone: Tone }) => (
  <span aria-hidden className={`size-2 shrink-0 rounded-full ${toneMark[tone]}`} />
);
