import type { ReactNode } from "react";

const COLOURS = 6;
const DASHES = ["0", "6 3", "2 3", "10 3 2 3", "1 4", "12 4"];

export const seriesColour = (index: number) => `var(--chart-${(index % COLOURS) + 1})`;
export const seriesDash = (index: number) => DASHES[index % DASHES.length];

const strokes: ReactNode[] = [
  null,
  <path key="1" d="M-2 2 2-2M0 8 8 0M6 10l4-4" strokeWidth="1.6" />,
  <circle key="2" cx="4" cy="4" r="1.4" strokeWidth="1" fill="var(--surface)" />,
  <path key="3" d="M0 4h8" strokeWidth="1.8" />,
  <path key="4" d="M4 0v8" strokeWidth="1.8" />,
  <path key="5" d="M0 0l8 8M8 0L0 8" strokeWidth="1.2" />,
];

/** Fill of a series: the plain colour for one series, a colour with its own pattern where several must be told apart. */
export function seriesFill(chartId: string, index: number, count: number): string {
  return count > 1 && index % COLOURS > 0 ? `url(#${chartId}-${index})` : seriesColour(index);
}

/** The patterns that `seriesFill` names. Goes into an svg once per chart. */
export function SeriesPatterns({ chartId, count }: { chartId: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, i) => (
        <pattern
          key={seriesFill(chartId, i, count)}
          id={`${chartId}-${i}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
        >
          <rect width="8" height="8" fill={seriesColour(i)} />
          <g stroke="var(--surface)" fill="none">
            {strokes[i % COLOURS]}
          </g>
        </pattern>
      ))}
    </defs>
  );
}
