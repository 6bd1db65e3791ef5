import type { StopState } from "@/lib/logistics/dispatch/stop-state";
import type { Tone } from "../../ui/tone";

/** What colour a state has where it is said in words too. */
export const STATE_TONE: Record<StopState, Tone> = {
  failed: "danger",
  late: "warning",
  here: "progress",
  open: "neutral",
  done: "success",
};

/** A route's colour among the day's; with more routes than colours the letter tells them apart. */
export const routeColour = (letter: string): string =>
  `var(--chart-${((letter.charCodeAt(letter.length - 1) - 65) % 6) + 1})`;

/**
 * The mark of a stop, around (0, 0): a ring to do, a full disc when done, a double ring with the driver there, a diamond when late, a
 * cross-cornered square when failed. Its rim has the route's colour.
 */
export function StopMark({ state, label, colour }: { state: StopState; label: string; colour: string }) {
  const rim = { stroke: colour, strokeWidth: 2.5 };
  return (
    <>
      {state === "late" && (
        <rect
          x={-12}
          y={-12}
          width={24}
          height={24}
          rx={3}
          transform="rotate(45)"
          className="fill-warning-bg"
          {...rim}
        />
      )}
      {state === "failed" && (
        <>
          <rect x={-13} y={-13} width={26} height={26} rx={2} className="fill-danger-bg" {...rim} />
          <path d="M-13-13l5 5M13-13l-5 5M-13 13l5-5M13 13l-5-5" className="stroke-danger-mark" strokeWidth={2} />
        </>
      )}
      {state === "here" && <circle r={17} fill="none" {...rim} strokeWidth={1.5} />}
      {(state === "open" || state === "here") && <circle r={13} className="fill-surface" {...rim} />}
      {state === "done" && <circle r={13} fill={colour} stroke={colour} strokeWidth={2.5} />}
      <text
        className={state === "done" ? "fill-surface text-xs font-semibold" : "fill-fg text-xs font-semibold"}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {label}
      </text>
    </>
  );
}
