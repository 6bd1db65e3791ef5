"use server";

import { action } from "@/lib/access/action";
import { closeOwnPractice, closePractice, removeClosing, restoreClosing } from "./closing-days";
import { closingIdSchema, ownClosingSchema, practiceClosingSchema } from "./closing-days-schema";

export const closePracticeOn = action("practices.manage", practiceClosingSchema, closePractice);
export const openPracticeOn = action("practices.manage", closingIdSchema, removeClosing);
export const closePracticeAgain = action("practices.manage", closingIdSchema, restoreClosing);
export const closeOwnPracticeOn = action("portal.people", ownClosingSchema, closeOwnPractice);
export const openOwnPracticeOn = action("portal.people", closingIdSchema, removeClosing);
export const closeOwnPracticeAgain = action("portal.people", closingIdSchema, restoreClosing);
