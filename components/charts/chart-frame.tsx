"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { SegmentedControl } from "../ui/radio-group";
import { EmptyState } from "../ui/states";
import { DateTime } from "../ui/time";
import { BarChart, StackedBarChart } from "./bar-chart";
import { FigureTable } from "./figure-table";
import type { Figures } from "./figures";
import { LineChart } from "./line-chart";

type ChartFrameProps = {
  title: string;
  /** What exactly is counted, in a sentence. */
  definition: string;
  /** ISO instant at which the figures were true. */
  asOf?: string;
  kind: "bar" | "line" | "stacked";
  figures: Figures;
  height?: number;
  actions?: ReactNode;
  emptyText?: string;
};

const charts = { bar: BarChart, line: LineChart, stacked: StackedBarChart };
const views = [
  { value: "chart", label: "Chart", hideLabel: true, icon: <ChartColumn aria-hidden /> },
  { value: "table", label: "Table", hideLabel: true, icon: <Table2 aria-hidden /> },
];

/** A chart with its title, its definition and its date, and the same figures as a table at a press. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, definition, asOf, kind, figures, height, actions, emptyText = "No figures for this period" } = props;
  const [view, setView] = useState("chart");
  const titleId = useId();
  const Chart = charts[kind];
  return (
    <section aria-labelledby={titleId} className="min-w-0 rounded-lg border bg-surface p-4">
      <header className="mb-3 flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="text-sm font-semibold">
            {title}
          </h2>
          <p className="text-xs text-muted">{definition}</p>
        </div>
        <div className="flex shrink-0 items-center gap-2" data-print="hide">
          {actions}
          <SegmentedControl label={`View of ${title}`} choices={views} value={view} onValueChange={setView} />
        </div>
      </header>
      {figures.rows.length === 0 ? (
        <EmptyState title={emptyText} />
      ) : view === "table" ? (
        <FigureTable figures={figures} caption={`${title}: figures`} />
      ) : (
        <Chart figures={figures} label={`${title}. Choose Table for the figures.`} height={height} />
      )}
      {asOf && (
        <p className="mt-2 text-xs text-muted">
          As of <DateTime iso={asOf} />
        </p>
      )}
    </section>
  );
}
