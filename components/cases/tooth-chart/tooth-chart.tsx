"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { type Dentition, toothLabel, toothName, toothOf } from "@/lib/cases/teeth";
import { archPlaces, CHART_HEIGHT, CHART_WIDTH } from "./arch-geometry";
import { toothAtKey } from "./chart-keys";
import { ToothButton, type ToothMark } from "./tooth-button";

type ToothChartProps = {
  dentition: Dentition;
  notation: ToothNotation;
  /** What already lies on each tooth. */
  marks: ReadonlyMap<number, readonly ToothMark[]>;
  /** Teeth joined into one piece: a bar is drawn along each run. */
  runs: readonly { teeth: readonly number[]; color: string }[];
  /** Arches with something over the whole of them. */
  arches: readonly { jaw: "upper" | "lower"; label: string; color: string }[];
  pressed: ReadonlySet<number>;
  /** Teeth that cannot be picked now. */
  unavailable: (tooth: number) => boolean;
  onPick: (tooth: number) => void;
  /** The tooth that the keyboard or a finger came to. */
  onCurrent?: (tooth: number) => void;
  /** Keys beyond walking and picking; answers whether it took the key. */
  onKey?: (event: KeyboardEvent, tooth: number) => boolean;
  describedBy?: string;
};

const TYPING_MS = 900;

/**
 * Both arches as a person facing the patient sees them. One tab stop: arrow keys walk along an arch and across, a typed
 * number jumps to that tooth, space or enter picks it.
 */
export function ToothChart(props: ToothChartProps) {
  const { dentition, notation, marks, pressed, unavailable } = props;
  const places = useMemo(() => [...archPlaces(dentition, "upper"), ...archPlaces(dentition, "lower")], [dentition]);
  const byTooth = useMemo(() => new Map(places.map((p) => [p.tooth, p])), [places]);
  const [at, setAt] = useState(dentition === "permanent" ? 11 : 51);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const typed = useRef({ text: "", when: 0 });
  const current = byTooth.has(at) ? at : (places[0]?.tooth ?? 11);

  const onKeyDown = (event: KeyboardEvent, tooth: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (props.onKey?.(event, tooth)) return event.preventDefault();
    let next = toothAtKey(event.key, tooth, dentition);
    if (/^[0-9a-t]$/i.test(event.key)) {
      const since = event.timeStamp - typed.current.when;
      typed.current = { text: (since < TYPING_MS ? typed.current.text : "") + event.key, when: event.timeStamp };
      const wanted = toothOf(typed.current.text, notation === "palmer" ? "fdi" : notation);
      next = wanted !== null && byTooth.has(wanted) ? wanted : null;
    }
    if (next === null) return;
    event.preventDefault();
    buttons.current.get(next)?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own legend and border around the mouth
    <div
      role="group"
      aria-label="Tooth chart"
      aria-describedby={props.describedBy}
      className="relative mx-auto w-full max-w-[27rem]"
      style={{ aspectRatio: `${CHART_WIDTH} / ${CHART_HEIGHT}` }}
    >
      <svg aria-hidden viewBox={`0 0 ${CHART_WIDTH} ${CHART_HEIGHT}`} className="absolute inset-0 size-full">
        {props.arches.map(({ jaw, label, color }) => (
          <path
            key={`${jaw} ${label}`}
            d={jaw === "upper" ? "M9 59 A41 48 0 0 1 91 59" : "M9 69 A41 48 0 0 0 91 69"}
            fill="none"
            strokeWidth={14}
            strokeLinecap="round"
            style={{ stroke: `color-mix(in oklab, ${color} 24%, var(--surface))` }}
          />
        ))}
        {props.runs.map(({ teeth, color }) => (
          <polyline
            key={teeth.join()}
            points={teeth.flatMap((tooth) => [byTooth.get(tooth)?.x ?? 0, byTooth.get(tooth)?.y ?? 0]).join(" ")}
            fill="none"
            strokeWidth={4}
            strokeLinejoin="round"
            style={{ stroke: color }}
          />
        ))}
        <line x1="6" x2="94" y1="64" y2="64" className="stroke-line" strokeWidth={0.3} strokeDasharray="1.5 1.5" />
      </svg>
      <ChartWords arches={props.arches} />
      {places.map((place) => (
        <ToothButton
          key={place.tooth}
          ref={(node) => {
            if (node) buttons.current.set(place.tooth, node);
            else buttons.current.delete(place.tooth);
          }}
          place={place}
          label={toothLabel(place.tooth, notation)}
          name={toothName(place.tooth)}
          marks={marks.get(place.tooth) ?? []}
          pressed={pressed.has(place.tooth)}
          unavailable={unavailable(place.tooth)}
          current={place.tooth === current}
          onFocus={() => {
            setAt(place.tooth);
            props.onCurrent?.(place.tooth);
          }}
          onKeyDown={(event) => onKeyDown(event, place.tooth)}
          onPick={() => props.onPick(place.tooth)}
        />
      ))}
    </div>
  );
}

function ChartWords({ arches }: Pick<ToothChartProps, "arches">) {
  const over = (jaw: "upper" | "lower") => arches.filter((a) => a.jaw === jaw).map((a) => a.label);
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 text-center text-xs text-muted select-none">
      <span className="absolute top-[27%] left-1/2 -translate-x-1/2">
        Upper
        {over("upper").map((label) => (
          <b key={label} className="block font-semibold text-fg">
            {label}
          </b>
        ))}
      </span>
      <span className="absolute top-[68%] left-1/2 -translate-x-1/2">
        Lower
        {over("lower").map((label) => (
          <b key={label} className="block font-semibold text-fg">
            {label}
          </b>
        ))}
      </span>
      <span className="absolute top-1/2 left-[22%] -translate-y-1/2">Patient’s right</span>
      <span className="absolute top-1/2 right-[22%] -translate-y-1/2">left</span>
    </div>
  );
}
