import type { ServerAction } from "@/components/forms/action-result";
import type { DraftPayload, SubmissionInput } from "@/lib/cases/schema";
import type { KnownPatient } from "@/lib/cases/submission-queries";
import type { Submitted } from "@/lib/cases/submit";

/** The server actions behind the form: a practice's own, or the front desk's. */
export type RxActions = {
  submit: ServerAction<SubmissionInput, Submitted>;
  openDraft: ServerAction<{ practiceId: string; payload: DraftPayload }, { id: string }>;
  saveDraft: ServerAction<{ id: string; payload: DraftPayload }, { savedAt: string }>;
  discardDraft: ServerAction<{ id: string }, { id: string }>;
  restoreDraft: ServerAction<{ id: string }, { id: string }>;
  lookUpPatient: ServerAction<{ practiceId: string; reference: string }, KnownPatient | null>;
};
