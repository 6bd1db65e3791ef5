import { STAGE_LABEL, STAGES } from "@/lib/cases/vocabulary";
import { dayWords } from "@/lib/staff/day-words";
import type { StageHours } from "@/lib/staff/time/hours";
import { ChartFrame } from "../../charts/chart-frame";
import type { Figures } from "../../charts/figures";

type TimeTabProps = { hours: StageHours[]; weeks: string[]; locale: string; asOf: string };

/** A person's hours by stage and week, as a chart and as the same figures in a table. `weeks` are the Mondays shown. */
export function TimeTab({ hours, weeks, locale, asOf }: TimeTabProps) {
  const stages = STAGES.filter((stage) => hours.some((one) => one.stage === stage));
  const of = (week: string, stage: string) => hours.find((one) => one.week === week && one.stage === stage)?.hours ?? 0;
  const figures: Figures = {
    xLabel: "Week from",
    format: { style: "hours", decimals: 1 },
    series: stages.map((stage) => ({ key: stage, label: STAGE_LABEL[stage] })),
    rows:
      stages.length === 0
        ? []
        : weeks.map((week) => ({
            label: dayWords(week, locale),
            values: Object.fromEntries(stages.map((stage) => [stage, of(week, stage)])),
          })),
  };
  return (
    <ChartFrame
      title="Hours by stage"
      definition="Hours of the stage clock by the week they were worked in. Time of machines is left out; hours on several items at once are divided among them."
      asOf={asOf}
      kind="stacked"
      figures={figures}
      emptyText="No stage was worked at in these weeks"
    />
  );
}
