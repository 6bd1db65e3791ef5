"use client";

import { useId } from "react";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { useRegion } from "../ui/region";
import { ChartTooltip } from "./chart-tooltip";
import { axisEnds, type Figures, figureText, plotRows } from "./figures";
import { Legend } from "./legend";
import { seriesColour, seriesDash } from "./series-look";

const DOTTED_POINTS = 31;

/** One line per series, told apart by dash as well as colour; a missing figure leaves a gap. */
export default function LineDrawing({ figures, height }: { figures: Figures; height: number }) {
  const { locale } = useRegion();
  const chartId = useId().replace(/[^\w-]/g, "");
  const { series, rows, format } = figures;
  return (
    <>
      <Legend chartId={chartId} series={series} lines />
      <LineChart
        responsive
        data={plotRows(figures)}
        accessibilityLayer={false}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        style={{ width: "100%", height }}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
          tick={tick}
          interval="preserveStartEnd"
        />
        <YAxis
          tickLine={false}
          axisLine={false}
          width="auto"
          domain={axisEnds(figures)}
          tick={tick}
          tickFormatter={(value: number) => figureText(value, format, locale, true)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          content={(shown) => <ChartTooltip {...shown} format={format} locale={locale} />}
        />
        {series.map((each, i) => (
          <Line
            key={each.key}
            dataKey={`v_${each.key}`}
            name={each.label}
            type="linear"
            stroke={seriesColour(i)}
            strokeWidth={2}
            strokeDasharray={seriesDash(i)}
            dot={rows.length <= DOTTED_POINTS ? { r: 2.5, fill: seriesColour(i), strokeWidth: 0 } : false}
            activeDot={{ r: 4 }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </>
  );
}

const tick = { fill: "var(--muted)", fontSize: 11 };
