"use server";

import { action } from "@/lib/access/action";
import { answerAppointment as answer, setReminder as remind } from "./answer-appointment";
import { cancelAppointment as cancel } from "./cancel-appointment";
import { changeAppointment as change } from "./change-appointment";
import { findDentists, findPractices } from "./choices";
import { endFeed, renewFeed } from "./feed";
import { findFree } from "./find-free";
import { makeAppointment as make } from "./make-appointment";
import { moveAppointment as move } from "./move-appointment";
import { restoreAppointment as restore } from "./restore-appointment";
import {
  answerSchema,
  cancelSchema,
  changeSchema,
  freeSchema,
  guestWordsSchema,
  makeSchema,
  moveSchema,
  nothingSchema,
  practiceWordsSchema,
  reminderSchema,
  restoreSchema,
} from "./schema";

export const makeAppointment = action("calendar.use", makeSchema, make);
export const changeAppointment = action("calendar.use", changeSchema, change);
export const moveAppointment = action("calendar.use", moveSchema, move);
export const cancelAppointment = action("calendar.use", cancelSchema, cancel);
export const restoreAppointment = action("calendar.use", restoreSchema, restore);
export const answerAppointment = action("calendar.use", answerSchema, answer);
export const setReminder = action("calendar.use", reminderSchema, remind);
export const findFreeTimes = action("calendar.use", freeSchema, findFree);
export const findPracticesToName = action("calendar.use", practiceWordsSchema, findPractices);
export const findDentistsToInvite = action("calendar.use", guestWordsSchema, findDentists);
export const renewCalendarAddress = action("calendar.use", nothingSchema, renewFeed);
export const endCalendarAddress = action("calendar.use", nothingSchema, endFeed);
