import type { ReportFigure } from "./build-report";

/** How far a figure moved: in words, which way, and whether that is good (null: neither, or it did not move). */
export type Change = { text: string; direction: "up" | "down" | "flat"; isGood: boolean | null };

/**
 * The change of a figure against what it was: of shares in percentage points, of the rest in per cent of what it was. Null where one of
 * the two is not known, or where it grew from nothing.
 */
export function changeOf(
  { format, value, better }: Pick<ReportFigure, "format" | "value" | "better">,
  was: ReportFigure["value"],
  locale: string,
): Change | null {
  if (value === null || was === null || format.style === "text") return null;
  const [now, then] = [Number(value), Number(was)];
  const points = format.style === "percent";
  if (!points && then === 0) return now === 0 ? { text: "0%", direction: "flat", isGood: null } : null;
  const moved = points ? (now - then) * 100 : ((now - then) / Math.abs(then)) * 100;
  const rounded = Math.round(moved * 10) / 10;
  const direction = rounded > 0 ? "up" : rounded < 0 ? "down" : "flat";
  const text = `${rounded > 0 ? "+" : ""}${rounded.toLocaleString(locale, { maximumFractionDigits: 1 })}${points ? " pp" : "%"}`;
  const isGood = direction === "flat" || !better ? null : (direction === "up") === (better === "more");
  return { text, direction, isGood };
}
