"use server";

import { action } from "@/lib/access/action";
import { cancel } from "./cancel";
import { changeDue } from "./change-due";
import { hold } from "./hold";
import { addNote, addPracticeNote } from "./note";
import {
  cancelSchema,
  changeDueSchema,
  holdSchema,
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
export const cancelCase = action("cases.cancel", cancelSchema, cancel);
export const changeDueDate = action("cases.edit", changeDueSchema, changeDue);
export const writeNote = action("cases.note", noteSchema, addNote);
export const writeToLab = action("portal.submit", practiceNoteSchema, addPracticeNote);
export const recordTicketPrinted = action("cases.view", ticketSchema, ticketPrinted);
