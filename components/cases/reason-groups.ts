import type { ReasonChoice } from "@/lib/cases/reason";

/** Reasons of two levels: `own` is the first level itself, chosen when nothing under it fits. */
export type ReasonGroup = { label: string; own: ReasonChoice | undefined; under: ReasonChoice[] };

/** The lab's reasons by their first level, in the lab's order. */
export function groupedReasons(reasons: readonly ReasonChoice[]): ReasonGroup[] {
  const groups = new Map<string, ReasonGroup>();
  for (const reason of reasons) {
    const label = reason.group ?? reason.label;
    const group = groups.get(label) ?? { label, own: undefined, under: [] };
    if (reason.group) group.under.push(reason);
    else group.own = reason;
    groups.set(label, group);
  }
  return [...groups.values()];
}
