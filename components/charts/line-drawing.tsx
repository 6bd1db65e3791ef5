"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { useRegion } from "../ui/region";
import { ChartTooltip } from "./chart-tooltip";
import { axisEnds, type Figures, figureText, plotRows } from "./figures";
import { Legend } from "./legend";
import { seriesColour, seriesDash } from "./series-look";

const DOTTED_POINTS = 31;

/** One line per series, told apart by dash as well as colour; a missing figure leaves a gap. A press on a point opens the cases behind it. */
export default function LineDrawing({ figures, height }: { figures: Figures; height: number }) {
  const router = useRouter();
  const { locale } = useRegion();
  const chartId = useId().replace(/[^\w-]/g, "");
  const { series, rows, format } = figures;
  /** Where a point leads: to its own cases, and of the first line to those of its place. */
  const hrefAt = (index: number, key: string, line: number) =>
    rows[index]?.hrefs?.[key] ?? (line === 0 ? rows[index]?.href : undefined);
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
            activeDot={({ cx, cy, index }) => {
              const href = hrefAt(index, each.key, i);
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: the table of the same figures has the link for the keyboard
                <circle
                  cx={cx}
                  cy={cy}
                  r={5}
                  fill={seriesColour(i)}
                  className={href && "cursor-pointer"}
                  onClick={href ? () => router.push(href) : undefined}
                />
              );
            }}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </>
  );
}

const tick = { fill: "var(--muted)", fontSize: 11 };
