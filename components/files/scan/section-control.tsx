"use client";

import { FlipHorizontal2 } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/radio-group";
import type { Section } from "./scan-section";

const AXES = [
  { value: "0", label: "Left–right" },
  { value: "1", label: "Front–back" },
  { value: "2", label: "Up–down" },
];

type SectionControlProps = {
  section: Section;
  /** From and to where the models reach along an axis, millimetres. */
  reach: (axis: Section["axis"]) => [number, number];
  onSection: (section: Section) => void;
};

/** Where the models are cut: along which axis, how far, and which side stays. */
export function SectionControl({ section, reach, onSection }: SectionControlProps) {
  const id = useId();
  const [from, to] = reach(section.axis);
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label="Cut along"
        choices={AXES}
        value={String(section.axis)}
        onValueChange={(value) => {
          const axis = Number(value) as Section["axis"];
          const [least, most] = reach(axis);
          onSection({ ...section, axis, at: (least + most) / 2 });
        }}
      />
      <div className="flex items-center gap-3">
        <label htmlFor={id} className="text-xs text-muted">
          Place
        </label>
        <input
          id={id}
          type="range"
          min={from}
          max={to}
          step={(to - from) / 400 || 0.01}
          value={section.at}
          aria-valuetext={`${(section.at - from).toFixed(1)} of ${(to - from).toFixed(1)} millimetres`}
          onChange={(event) => onSection({ ...section, at: Number(event.target.value) })}
          className="h-control min-w-0 flex-1 accent-accent"
        />
        <span className="w-16 text-right text-xs text-muted tabular-nums">{(section.at - from).toFixed(1)} mm</span>
      </div>
      <Button
        size="sm"
        icon={<FlipHorizontal2 aria-hidden />}
        onClick={() => onSection({ ...section, flipped: !section.flipped })}
      >
        Show the other side
      </Button>
    </div>
  );
}
