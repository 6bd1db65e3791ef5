"use client";

import { useEffect, useMemo, useState } from "react";
import { earliestDue, localNow, type Plan, refusalOfWantedDay } from "@/lib/cases/due-date";
import type { SubmissionTerms } from "@/lib/cases/submission-queries";
import { templateFor } from "@/lib/cases/templates";
import type { Material } from "@/lib/cases/vocabulary";
import type { RxValues } from "./rx-values";

export type PlanSoFar = { plan: Plan; today: string; refusal: ReturnType<typeof refusalOfWantedDay> } | null;

/** The earliest day for what is picked so far, and what is wrong with the wanted one; null while nothing is picked. */
export function usePlan(values: RxValues, terms: SubmissionTerms, firstNow: string): PlanSoFar {
  const [now, setNow] = useState(() => new Date(firstNow));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const { items, urgency, impression, wantedOn } = values;
  return useMemo(() => {
    const templates = items.flatMap(
      (item) => templateFor(terms.templates, { ...item, material: (item.material || null) as Material | null }) ?? [],
    );
    if (templates.length === 0) return null;
    const { calendar } = terms;
    const plan = earliestDue({
      now,
      calendar,
      items: templates,
      rushed: urgency !== "standard",
      physicalImpression: impression === "physical",
      transitDays: terms.practice.transitDays,
    });
    const today = localNow(now, calendar.timeZone).day;
    return { plan, today, refusal: wantedOn ? refusalOfWantedDay(wantedOn, plan, today, calendar) : null };
  }, [items, urgency, impression, wantedOn, terms, now]);
}
