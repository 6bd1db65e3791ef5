import type { DayMap, MapRoute, MapStop } from "@/lib/logistics/dispatch/day-map";
import { fitMap, spread } from "@/lib/logistics/dispatch/fit-map";
import { STOP_STATE_LABEL } from "@/lib/logistics/dispatch/stop-state";
import type { Place } from "@/lib/logistics/stop-order/travel";
import { routeColour, StopMark } from "./stop-mark";

const FRAME = { width: 480, most: 420, margin: 34 };
/** Below the drawing, for the scale and the arrow to the north. */
const FOOT = 30;
const APART = 30;
const DASHES = ["", "8 4", "2 4", "12 3 2 3"];

type Mark = { x: number; y: number; route: MapRoute; stop: MapStop };
type MapDrawingProps = DayMap & {
  chosen: string | null;
  onChoose: (stopId: string) => void;
  onHover: (stopId: string | null) => void;
};

/** A day's routes drawn to scale, north up, without tiles: each route a line of its own colour and dashes, each stop a mark to choose. */
export function MapDrawing({ lab, routes, chosen, onChoose, onHover }: MapDrawingProps) {
  const placed = routes.flatMap((route) =>
    route.stops.flatMap((stop) => (stop.place ? [{ route, stop, place: stop.place }] : [])),
  );
  const places = [...(lab ? [lab] : []), ...placed.map(({ place }) => place)];
  if (places.length === 0) return <p className="p-4 text-sm text-muted">No place of these routes is known yet.</p>;
  const { at, height, scale } = fitMap(places, FRAME);
  const marks = spread(
    placed.map(({ route, stop, place }): Mark => ({ ...at(place), route, stop })),
    APART,
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no group that is read out
    <svg
      viewBox={`0 0 ${FRAME.width} ${height + FOOT}`}
      role="group"
      aria-label="Map of the day's routes"
      className="block h-auto w-full bg-sunken"
    >
      {routes.map((route, i) => (
        <RouteLine key={route.id} route={route} lab={lab} marks={marks} at={at} dashes={DASHES[i % DASHES.length]} />
      ))}
      {lab && (
        <g transform={`translate(${at(lab).x} ${at(lab).y})`}>
          <title>The lab</title>
          <rect x={-14} y={-12} width={28} height={24} rx={4} className="fill-accent" />
          <text className="fill-accent-fg text-xs font-semibold" textAnchor="middle" dominantBaseline="central">
            Lab
          </text>
        </g>
      )}
      {marks.map(({ x, y, route, stop }) => (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own
        <g
          key={stop.id}
          role="button"
          tabIndex={0}
          aria-pressed={chosen === stop.id}
          aria-label={`${route.letter}${stop.number}, ${stop.practice}, ${STOP_STATE_LABEL[stop.lateness.state]}`}
          transform={`translate(${x} ${y})`}
          className="group cursor-pointer outline-none"
          onClick={() => onChoose(stop.id)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            onChoose(stop.id);
          }}
          onFocus={() => onHover(stop.id)}
          onBlur={() => onHover(null)}
          onPointerEnter={() => onHover(stop.id)}
          onPointerLeave={() => onHover(null)}
        >
          <circle r={22} className="fill-transparent" />
          <circle
            r={20}
            strokeWidth={2.5}
            className={`fill-none group-focus-visible:stroke-accent ${chosen === stop.id ? "stroke-accent" : "stroke-transparent"}`}
          />
          <StopMark
            state={stop.lateness.state}
            label={`${route.letter}${stop.number}`}
            colour={routeColour(route.letter)}
          />
        </g>
      ))}
      <g aria-hidden transform={`translate(${FRAME.width - 34} ${height + FOOT - 16})`} className="fill-muted">
        <path d="M0-14L6 4L0 0L-6 4Z" />
        <text x={14} className="text-xs font-semibold" textAnchor="middle" dominantBaseline="central">
          N
        </text>
      </g>
      <g transform={`translate(16 ${height + FOOT - 12})`} className="fill-muted stroke-muted">
        <path d={`M0-5V0H${scale.length}V-5`} fill="none" strokeWidth={1.5} />
        <text x={scale.length + 6} className="stroke-none text-xs tabular-nums">{`${scale.km} km`}</text>
      </g>
    </svg>
  );
}

type RouteLineProps = {
  route: MapRoute;
  lab: Place | null;
  marks: readonly Mark[];
  at: (place: Place) => { x: number; y: number };
  dashes: string | undefined;
};

function RouteLine({ route, lab, marks, at, dashes }: RouteLineProps) {
  const stops = marks.filter((mark) => mark.route.id === route.id).toSorted((a, b) => a.stop.number - b.stop.number);
  const points = [...(lab ? [at(lab)] : []), ...stops, ...(lab ? [at(lab)] : [])];
  return (
    <polyline
      points={points.map(({ x, y }) => `${x},${y}`).join(" ")}
      fill="none"
      stroke={routeColour(route.letter)}
      strokeWidth={2}
      strokeDasharray={dashes}
      strokeLinejoin="round"
      opacity={0.75}
    />
  );
}
