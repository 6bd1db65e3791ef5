"use client";

import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import { SHADE_GUIDE_LABEL, SHADE_GUIDES, SHADES_OF, type ShadeGuide } from "@/lib/cases/vocabulary";

type ShadeSelectProps = Omit<ComponentProps<typeof Select>, "options" | "children"> & {
  /** The guide whose shades come first. */
  guide?: ShadeGuide | "";
};

/** A shade of one of the guides; typing "a3.5" finds it. */
export function ShadeSelect({ guide, ...props }: ShadeSelectProps) {
  const guides = guide ? [guide, ...SHADE_GUIDES.filter((g) => g !== guide)] : SHADE_GUIDES;
  return (
    <Select placeholder="Choose a shade" {...props}>
      {guides.map((g) => (
        <optgroup key={g} label={SHADE_GUIDE_LABEL[g]}>
          {SHADES_OF[g].map((shade) => (
            <option key={shade}>{shade}</option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
