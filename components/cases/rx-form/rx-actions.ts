import type { ServerAction } from "@/components/forms/action-result";
import type { Preferences } from "@/lib/cases/particulars/preferences";
import type { DraftPayload, SubmissionInput } from "@/lib/cases/schema";
import type { EarlierCase, EarlierRx } from "@/lib/cases/submission-copy";
import type { KnownPatient } from "@/lib/cases/submission-queries";
import type { Submitted } from "@/lib/cases/submit";

/** The server actions behind the form: a practice's own, or the front desk's. */
export type RxActions = {
  submit: ServerAction<SubmissionInput, Submitted>;
  openDraft: ServerAction<{ practiceId: string; payload: DraftPayload }, { id: string }>;
  saveDraft: ServerAction<{ id: string; payload: DraftPayload }, { savedAt: string }>;
  discardDraft: ServerAction<{ id: string }, { id: string }>;
  restoreDraft: ServerAction<{ id: string }, { id: string }>;
  findEarlierCases: ServerAction<{ practiceId: string; query: string }, EarlierCase[]>;
  copyEarlierCase: ServerAction<{ practiceId: string; caseId: string }, EarlierRx>;
  setPreferences: ServerAction<
    { dentistId: string; practiceId: string; preferences: Preferences },
    { before: Preferences }
  >;
  lookUpPatient: ServerAction<{ practiceId: string; reference: string }, KnownPatient | null>;
};
