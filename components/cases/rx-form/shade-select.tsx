"use client";

import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import { BLEACH_SHADES, VITA_3D_MASTER, VITA_CLASSICAL } from "@/lib/cases/vocabulary";

const GUIDES = [
  ["VITA classical", VITA_CLASSICAL],
  ["VITA 3D-Master", VITA_3D_MASTER],
  ["Bleach", BLEACH_SHADES],
] as const;

/** A shade of the VITA guides; typing "a3.5" finds it. */
export function ShadeSelect(props: Omit<ComponentProps<typeof Select>, "options" | "children">) {
  return (
    <Select placeholder="Choose a shade" {...props}>
      {GUIDES.map(([guide, shades]) => (
        <optgroup key={guide} label={guide}>
          {shades.map((shade) => (
            <option key={shade}>{shade}</option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
