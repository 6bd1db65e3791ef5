"use client";

import dynamic from "next/dynamic";
import { Drawn } from "./drawn";
import type { Figures } from "./figures";

const BarDrawing = dynamic(() => import("./bar-drawing"), { ssr: false });

type BarChartProps = { figures: Figures; label: string; height?: number };

/** Bars, one group per row. `label` says what they show; the figures themselves belong in a table (see ChartFrame). */
export function BarChart({ figures, label, height = 240 }: BarChartProps) {
  return (
    <Drawn label={label} height={height} legend={figures.series.length > 1}>
      <BarDrawing figures={figures} height={height} />
    </Drawn>
  );
}

/** Bars made of one part per series. */
export function StackedBarChart({ figures, label, height = 240 }: BarChartProps) {
  return (
    <Drawn label={label} height={height} legend={figures.series.length > 1}>
      <BarDrawing figures={figures} height={height} stacked />
    </Drawn>
  );
}
