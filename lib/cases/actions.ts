"use server";

import { action } from "@/lib/access/action";
import { keepCaseRules } from "./case-rules";
import { caseRulesSchema } from "./case-rules-schema";
import { changeDue } from "./change-due";
import { hold } from "./hold";
import { moveReview } from "./hold-review";
import { addNote, addPracticeNote } from "./note";
import { changeNote, removeNote, restoreNote } from "./note-change";
import {
  changeDueSchema,
  changeNoteSchema,
  holdSchema,
  moveReviewSchema,
  noteRefSchema,
  noteSchema,
  practiceNoteSchema,
  releaseSchema,
  ticketSchema,
} from "./record-schema";
import { release, takeBackRelease } from "./release";
import { ticketPrinted } from "./ticket";

export const holdCase = action("cases.hold", holdSchema, hold);
export const releaseCase = action("cases.hold", releaseSchema, release);
export const holdAgain = action("cases.hold", releaseSchema, takeBackRelease);
export const moveHoldReview = action("cases.hold", moveReviewSchema, moveReview);
export const changeDueDate = action("cases.edit", changeDueSchema, changeDue);
export const writeNote = action("cases.note", noteSchema, addNote);
export const writeToLab = action("portal.submit", practiceNoteSchema, addPracticeNote);
export const changeCaseRules = action("templates.manage", caseRulesSchema, keepCaseRules);
export const editNote = action("cases.note", changeNoteSchema, changeNote);
export const takeNoteAway = action("cases.note", noteRefSchema, removeNote);
export const bringNoteBack = action("cases.note", noteRefSchema, restoreNote);
export const changeOwnNote = action("portal.submit", changeNoteSchema, changeNote);
export const removeOwnNote = action("portal.submit", noteRefSchema, removeNote);
export const bringOwnNoteBack = action("portal.submit", noteRefSchema, restoreNote);
export const recordTicketPrinted = action("cases.view", ticketSchema, ticketPrinted);
