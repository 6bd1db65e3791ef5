const WIDTH = 160;
const HEIGHT = 36;

type SparklineProps = {
  /** In order from left to right; null is a gap. */
  points: readonly { label: string; value: number | null }[];
  /** What it shows, for screen readers. */
  label: string;
};

/** A small line without axes, next to a figure that says more. Drawn on the server: it needs no script. */
export function Sparkline({ points, label }: SparklineProps) {
  const known = points.flatMap(({ value }) => value ?? []);
  if (known.length === 0) return null;
  const most = Math.max(...known, 0) || 1;
  const step = WIDTH / Math.max(points.length - 1, 1);
  const places = points.map(({ value }, i) =>
    value === null
      ? null
      : { x: points.length > 1 ? i * step : WIDTH / 2, y: HEIGHT - 3 - (Math.max(value, 0) / most) * (HEIGHT - 6) },
  );
  const runs = places.reduce<{ x: number; y: number }[][]>(
    (all, place) => {
      if (place) all.at(-1)?.push(place);
      else all.push([]);
      return all;
    },
    [[]],
  );
  const last = places.findLast((place) => place !== null);
  return (
    <svg
      viewBox={`-3 0 ${WIDTH + 6} ${HEIGHT}`}
      className="h-9 w-full"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {runs.map((run) =>
        run.length > 1 ? (
          <polyline
            key={run[0]?.x}
            points={run.map(({ x, y }) => `${x},${y}`).join(" ")}
            fill="none"
            stroke="var(--chart-1)"
            strokeWidth="1.75"
            vectorEffect="non-scaling-stroke"
          />
        ) : null,
      )}
      {last && (
        <path
          d={`M${last.x} ${last.y}h0.01`}
          stroke="var(--chart-1)"
          strokeWidth="5"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
