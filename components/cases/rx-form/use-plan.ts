"use client";

import { useEffect, useMemo, useState } from "react";
import { unitsOf } from "@/lib/cases/completeness";
import { promiseOf } from "@/lib/cases/promise";
import { type Promised, refusalOfWantedDay, type WantedDayRefusal } from "@/lib/cases/promise-date";
import type { SubmissionTerms } from "@/lib/cases/submission-queries";
import { templateFor } from "@/lib/cases/templates";
import type { Arch, Material, Urgency } from "@/lib/cases/vocabulary";
import { URGENCIES } from "@/lib/cases/vocabulary";
import type { RxValues } from "./rx-values";

export type PlanSoFar = {
  plan: Promised;
  /** The same case at every urgency, for choosing among them. */
  byUrgency: Record<Urgency, Promised>;
  today: string;
  refusal: WantedDayRefusal | null;
} | null;

/** The earliest day for what is picked so far, and what is wrong with the wanted one; null while nothing is picked. */
export function usePlan(values: RxValues, terms: SubmissionTerms, firstNow: string): PlanSoFar {
  const [now, setNow] = useState(() => new Date(firstNow));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const { items, urgency, impression, wantedOn } = values;
  return useMemo(() => {
    const asked = items.flatMap((item) => {
      const template = templateFor(terms.templates, { ...item, material: (item.material || null) as Material | null });
      return template ? [{ template, units: unitsOf({ ...item, arch: (item.arch || null) as Arch | null }) }] : [];
    });
    if (asked.length === 0) return null;
    const physicalImpression = impression === "physical";
    const byUrgency = Object.fromEntries(
      URGENCIES.map((each) => [
        each,
        promiseOf(terms.promise, { items: asked, urgency: each, physicalImpression }, now),
      ]),
    ) as Record<Urgency, Promised>;
    const plan = byUrgency[urgency];
    const { calendar, practice } = terms.promise;
    const refusal = wantedOn ? refusalOfWantedDay(wantedOn, plan, calendar, practice) : null;
    return { plan, byUrgency, today: plan.today, refusal };
  }, [items, urgency, impression, wantedOn, terms, now]);
}
