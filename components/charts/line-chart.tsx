"use client";

import dynamic from "next/dynamic";
import { Drawn } from "./drawn";
import type { Figures } from "./figures";

const LineDrawing = dynamic(() => import("./line-drawing"), { ssr: false });

type LineChartProps = { figures: Figures; label: string; height?: number };

/** Lines over time. `label` says what they show; the figures themselves belong in a table (see ChartFrame). */
export function LineChart({ figures, label, height = 240 }: LineChartProps) {
  return (
    <Drawn label={label} height={height} legend={figures.series.length > 1}>
      <LineDrawing figures={figures} height={height} />
    </Drawn>
  );
}
