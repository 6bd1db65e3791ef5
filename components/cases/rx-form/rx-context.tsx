"use client";

import { createContext, useContext } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { NO_PREFERENCES, type Preferences } from "@/lib/cases/particulars/preferences";
import { demandOf } from "@/lib/cases/particulars/rules";
import type { Demand, Particular } from "@/lib/cases/particulars/words";
import type { SubmissionTerms } from "@/lib/cases/submission-queries";
import type { Material, ProcedureType } from "@/lib/cases/vocabulary";
import type { RxActions } from "./rx-actions";
import type { RxValues } from "./rx-values";

/** What every part of the prescription form shares. */
export type Rx = {
  values: RxValues;
  /** Changes some of the values. */
  set: (changes: Partial<RxValues>) => void;
  terms: SubmissionTerms;
  notation: ToothNotation;
  actions: RxActions;
  /** What is missing or wrong by dotted path, from the rules and, after sending, from the server. */
  missing: ReadonlyMap<string, string>;
  /** Whether the rules have been asked yet: only then does nothing missing mean complete. */
  checked: boolean;
  /** Sending was tried: what is missing is now an error, before it is a reminder. */
  tried: boolean;
};

const RxContext = createContext<Rx | null>(null);
export const RxProvider = RxContext;

export function useRx(): Rx {
  const rx = useContext(RxContext);
  if (!rx) throw new Error("Only inside the prescription form.");
  return rx;
}

/** The standing preferences of the dentist who is chosen. */
export function useWants(): Preferences {
  const { terms, values } = useRx();
  return terms.preferences[values.dentistId] ?? NO_PREFERENCES;
}

/** What the lab's rules say about each particular of an item. */
export function useDemand(item: {
  procedureType: ProcedureType;
  material: string;
}): (particular: Particular) => Demand {
  const { rules } = useRx().terms;
  const of = { procedureType: item.procedureType, material: (item.material || null) as Material | null };
  return (particular) => demandOf(rules, of, particular);
}
