"use client";

import { createContext, useContext } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import type { SubmissionTerms } from "@/lib/cases/submission-queries";
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
