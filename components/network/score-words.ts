import type { Scores } from "@/lib/network/rating-queries";

/** What each overall score says. */
export const SCORE_WORDS = ["", "Poor", "Below par", "Fair", "Good", "Excellent"];

export const PARTS = [
  { key: "fit", label: "Fit" },
  { key: "contacts", label: "Contacts" },
  { key: "shade", label: "Shade" },
  { key: "timeliness", label: "Timeliness" },
] as const satisfies { key: keyof Scores; label: string }[];

/** The scores in particular, as "Fit 4, Shade 5"; "" when none was given. */
export const partsInWords = (scores: Scores): string =>
  PARTS.flatMap(({ key, label }) => (scores[key] === null ? [] : [`${label} ${scores[key]}`])).join(", ");
