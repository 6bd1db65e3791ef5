import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["2xs", "control"],
      spacing: ["control", "control-sm", "control-lg", "row"],
      shadow: ["low", "high"],
    },
  },
});

/** Joins class names; where two Tailwind classes disagree the later one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
