import type { KeyboardEvent, Ref } from "react";
import { cn } from "@/components/ui/cn";
import { CHART_HEIGHT, CHART_WIDTH, type ToothPlace } from "./arch-geometry";
import { toothOutline } from "./tooth-outline";

/** What lies on a tooth: the item's colour (a CSS value), a short word for it, and whether it hangs between others. */
export type ToothMark = { color: string; code: string; pontic: boolean; spoken: string };

type ToothButtonProps = {
  place: ToothPlace;
  label: string;
  name: string;
  marks: readonly ToothMark[];
  pressed: boolean;
  unavailable: boolean;
  current: boolean;
  onPick: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  ref: Ref<HTMLButtonElement>;
};

/** One tooth of the chart: a button in the shape and place of the tooth. */
export function ToothButton(props: ToothButtonProps) {
  const { place, label, name, marks, pressed, unavailable, current } = props;
  const mark = marks.at(-1);
  const spoken = marks.map((m) => m.spoken).join(", ");
  return (
    <button
      ref={props.ref}
      type="button"
      data-tooth={place.tooth}
      tabIndex={current ? 0 : -1}
      aria-pressed={pressed}
      aria-disabled={unavailable || undefined}
      aria-label={`${label}, ${name}${spoken ? `: ${spoken}` : ""}`}
      onClick={props.onPick}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
      className={cn(
        "group absolute rounded-lg outline-offset-0 focus-visible:z-10",
        unavailable && "cursor-not-allowed",
        unavailable && !mark && "opacity-45",
      )}
      style={{
        left: `${(place.x / CHART_WIDTH) * 100}%`,
        top: `${(place.y / CHART_HEIGHT) * 100}%`,
        width: `${(place.width / CHART_WIDTH) * 100}%`,
        height: `${(place.depth / CHART_HEIGHT) * 100}%`,
        transform: `translate(-50%, -50%) rotate(${place.turn}deg)`,
      }}
    >
      <svg aria-hidden viewBox="0 0 100 100" preserveAspectRatio="none" className="size-full overflow-visible">
        <path
          d={toothOutline(place.tooth)}
          vectorEffect="non-scaling-stroke"
          strokeWidth={mark ? 2 : 1.25}
          strokeDasharray={mark?.pontic ? "4 3" : undefined}
          className={mark ? undefined : "fill-surface stroke-line-strong group-hover:fill-accent-soft"}
          style={mark && { stroke: mark.color, fill: `color-mix(in oklab, ${mark.color} 20%, var(--surface))` }}
        />
      </svg>
      <span
        aria-hidden
        className="absolute inset-0 flex flex-col items-center justify-center text-xs leading-none font-medium tabular-nums select-none"
        style={{ transform: `rotate(${-place.turn}deg)` }}
      >
        {label}
        {mark && <span className="mt-px text-[0.5625rem] font-semibold">{mark.code}</span>}
      </span>
    </button>
  );
}
