import type { ReactNode } from "react";

const LEGEND_HEIGHT = 24;

/** The picture of a chart: named for screen readers, and as high before it is drawn as after. */
export function Drawn({
  label,
  height,
  legend,
  children,
}: {
  label: string;
  height: number;
  legend: boolean;
  children: ReactNode;
}) {
  return (
    <div role="img" aria-label={label} style={{ minHeight: height + (legend ? LEGEND_HEIGHT : 0) }}>
      {children}
    </div>
  );
}
