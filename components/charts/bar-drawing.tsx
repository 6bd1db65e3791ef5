"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import { useRegion } from "../ui/region";
import { BarLabel } from "./bar-label";
import { ChartTooltip } from "./chart-tooltip";
import { axisEnds, type Figures, figureText, plotRows } from "./figures";
import { labelsHeight } from "./label-lines";
import { Legend } from "./legend";
import { SeriesPatterns, seriesFill } from "./series-look";

const LABELLED_BARS = 12;
/** With more bars than these, names would only be dots. */
const NAMED_BARS = 14;

/** Bars side by side or stacked; a press on a bar opens the cases behind it. */
export default function BarDrawing({
  figures,
  stacked,
  height,
}: {
  figures: Figures;
  stacked?: boolean;
  height: number;
}) {
  const router = useRouter();
  const { locale } = useRegion();
  const chartId = useId().replace(/[^\w-]/g, "");
  const { series, rows, format } = figures;
  const labelled = series.length === 1 && rows.length <= LABELLED_BARS;
  const named = rows.length <= NAMED_BARS;
  const open = (index: number, key: string) => {
    const href = rows[index]?.hrefs?.[key] ?? rows[index]?.href;
    if (href) router.push(href);
  };
  return (
    <>
      <Legend chartId={chartId} series={series} />
      <BarChart
        responsive
        data={plotRows(figures)}
        accessibilityLayer={false}
        margin={{ top: labelled ? 20 : 8, right: 4, bottom: 0, left: 0 }}
        style={{ width: "100%", height }}
      >
        <SeriesPatterns chartId={chartId} count={series.length} />
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          tick={named ? BarLabel : tick}
          interval={named ? 0 : "preserveStartEnd"}
          height={named ? labelsHeight(rows.map((row) => row.label)) : undefined}
        />
        <YAxis
          tickLine={false}
          axisLine={false}
          width="auto"
          domain={axisEnds(figures)}
          allowDecimals={format.style !== "number" || Boolean(format.decimals)}
          tick={tick}
          tickFormatter={(value: number) => figureText(value, format, locale, true)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--hover)" }}
          content={(shown) => <ChartTooltip {...shown} format={format} locale={locale} />}
        />
        {series.map((each, i) => (
          <Bar
            key={each.key}
            dataKey={`v_${each.key}`}
            name={each.label}
            stackId={stacked ? "all" : undefined}
            fill={seriesFill(chartId, i, series.length)}
            stroke="var(--surface)"
            strokeWidth={stacked ? 1 : 0}
            radius={stacked ? 0 : [3, 3, 0, 0]}
            maxBarSize={56}
            isAnimationActive={false}
            className={rows.some((row) => row.href) ? "cursor-pointer" : undefined}
            onClick={(_bar, index) => open(index, each.key)}
          >
            {labelled && (
              <LabelList
                position="top"
                fill="var(--fg)"
                fontSize={11}
                formatter={(value) => figureText(value as number, format, locale, true)}
              />
            )}
          </Bar>
        ))}
      </BarChart>
    </>
  );
}

const tick = { fill: "var(--muted)", fontSize: 11 };
