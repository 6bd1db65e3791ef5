import { type Promised, promiseDate } from "./promise-date";
import type { PromiseTerms } from "./promise-terms";
import type { Urgency } from "./vocabulary";

/** What a promise needs to know of a case: its items with their templates (see `templateFor`) and units. */
export type PromisedCase = {
  items: readonly { template: { id: string; name: string; rushDays: number }; units: number }[];
  urgency: Urgency;
  physicalImpression: boolean;
};

/** The earliest day a case can be at the practice of these terms, asked for at `now`, and why. */
export function promiseOf(terms: PromiseTerms, asked: PromisedCase, now: Date): Promised {
  return promiseDate({
    now,
    calendar: terms.calendar,
    practice: terms.practice,
    transitDays: terms.transitDays,
    load: terms.load,
    rushPassesQueue: terms.rushPassesQueue,
    urgency: asked.urgency,
    physicalImpression: asked.physicalImpression,
    items: asked.items.map(({ template, units }) => ({
      name: template.name,
      rushDays: template.rushDays,
      units,
      stages: terms.stages[template.id] ?? [],
    })),
  });
}
