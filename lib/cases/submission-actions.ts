"use server";

import { action } from "@/lib/access/action";
import { discardDraft, openDraft, restoreDraft, saveDraft } from "./drafts";
import { earlierCasesSchema, earlierRxSchema } from "./particulars/schema";
import {
  draftIdSchema,
  openDraftSchema,
  patientReferenceSchema,
  practiceSearchSchema,
  saveDraftSchema,
  submissionSchema,
} from "./schema";
import { earlierCases, earlierRx } from "./submission-copy";
import { findPractices, knownPatient } from "./submission-queries";
import { submitCase } from "./submit";

export const submitOwnCase = action("portal.submit", submissionSchema, submitCase);
export const openOwnDraft = action("portal.submit", openDraftSchema, openDraft);
export const saveOwnDraft = action("portal.submit", saveDraftSchema, saveDraft);
export const discardOwnDraft = action("portal.submit", draftIdSchema, discardDraft);
export const restoreOwnDraft = action("portal.submit", draftIdSchema, restoreDraft);
export const lookUpOwnPatient = action("portal.submit", patientReferenceSchema, knownPatient);
export const findOwnEarlierCases = action("portal.submit", earlierCasesSchema, earlierCases);
export const copyOwnEarlierCase = action("portal.submit", earlierRxSchema, earlierRx);

export const enterCase = action("cases.submit", submissionSchema, submitCase);
export const openDeskDraft = action("cases.submit", openDraftSchema, openDraft);
export const saveDeskDraft = action("cases.submit", saveDraftSchema, saveDraft);
export const discardDeskDraft = action("cases.submit", draftIdSchema, discardDraft);
export const restoreDeskDraft = action("cases.submit", draftIdSchema, restoreDraft);
export const lookUpPatient = action("cases.submit", patientReferenceSchema, knownPatient);
export const findPracticesToSubmitFor = action("cases.submit", practiceSearchSchema, findPractices);
export const findEarlierCases = action("cases.submit", earlierCasesSchema, earlierCases);
export const copyEarlierCase = action("cases.submit", earlierRxSchema, earlierRx);
