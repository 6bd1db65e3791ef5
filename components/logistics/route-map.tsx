import type { Round } from "@/lib/logistics/round";
import type { Place } from "@/lib/logistics/stop-order/travel";

const WIDTH = 640;
const MARGIN = 28;

/** A round drawn to scale, north up: the lab as a square, the stops numbered in their order. Needs no map tiles. */
export function RouteMap({ lab, stops }: { lab: Place; stops: Round["stops"] }) {
  const placed = stops.flatMap(({ id, practice, place }, i) => (place ? [{ id, practice, place, number: i + 1 }] : []));
  const { at, height } = drawing([lab, ...placed.map(({ place }) => place)]);
  const ring = [lab, ...placed.map(({ place }) => place), lab].map(at);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`Map of the round: the lab, ${placed.map(({ practice }) => practice).join(", ")}, and back`}
      className="block h-auto w-full bg-sunken"
    >
      <polyline
        points={ring.map(({ x, y }) => `${x},${y}`).join(" ")}
        className="fill-none stroke-progress-mark"
        strokeWidth={2.5}
        strokeLinejoin="round"
      />
      {placed.map(({ id, practice, place, number }) => (
        <g key={id} transform={`translate(${at(place).x} ${at(place).y})`}>
          <title>{`${number}. ${practice}`}</title>
          <circle r={13} className="fill-surface stroke-progress-mark" strokeWidth={2} />
          <text className="fill-fg text-sm font-semibold tabular-nums" textAnchor="middle" dominantBaseline="central">
            {number}
          </text>
        </g>
      ))}
      <g transform={`translate(${at(lab).x} ${at(lab).y})`}>
        <title>The lab</title>
        <rect x={-12} y={-12} width={24} height={24} rx={4} className="fill-accent" />
        <text className="fill-accent-fg text-xs font-semibold" textAnchor="middle" dominantBaseline="central">
          Lab
        </text>
      </g>
    </svg>
  );
}

/** Fits places into a drawing, a degree of longitude as wide as it is at their latitude. */
function drawing(places: readonly Place[]): { at: (place: Place) => { x: number; y: number }; height: number } {
  const middle = (Math.min(...places.map((p) => p.latitude)) + Math.max(...places.map((p) => p.latitude))) / 2;
  const narrow = Math.cos((middle * Math.PI) / 180);
  const [easts, norths] = [places.map((p) => p.longitude * narrow), places.map((p) => p.latitude)];
  const [west, north] = [Math.min(...easts), Math.max(...norths)];
  const [wide, high] = [Math.max(...easts) - west || 0.01, north - Math.min(...norths) || 0.01];
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, 420 / high);
  const left = (WIDTH - wide * scale) / 2;
  return {
    at: ({ latitude, longitude }) => ({
      x: Math.round(left + (longitude * narrow - west) * scale),
      y: Math.round(MARGIN + (north - latitude) * scale),
    }),
    height: Math.round(high * scale + 2 * MARGIN),
  };
}
