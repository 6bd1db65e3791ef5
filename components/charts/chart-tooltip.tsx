import { type FigureFormat, figureText } from "./figures";

type Entry = { name?: unknown; value?: unknown; color?: string };
type ChartTooltipProps = {
  active?: boolean;
  label?: unknown;
  payload?: readonly Entry[];
  format: FigureFormat;
  locale: string;
};

/** The figures at the pointer. */
export function ChartTooltip({ active, label, payload, format, locale }: ChartTooltipProps) {
  if (!active || !payload?.length) return null;
  return (
    <div className="rounded-md border bg-raised px-2.5 py-1.5 text-xs shadow-high">
      <p className="mb-0.5 font-medium">{String(label)}</p>
      {payload.map((entry) => (
        <p key={String(entry.name)} className="flex justify-between gap-4 text-muted">
          {String(entry.name)}
          <span className="font-medium text-fg tabular-nums">
            {figureText(entry.value as number | null, format, locale)}
          </span>
        </p>
      ))}
    </div>
  );
}
