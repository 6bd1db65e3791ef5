"use server";

import { z } from "zod";
import { accountAction, action } from "@/lib/access/action";
import { changeDueEach, holdEach, matchingCases, releaseEach, ticketsPrinted } from "./bulk";
import { dueManySchema, holdManySchema, matchingSchema, releaseManySchema, ticketsSchema } from "./bulk-schema";
import { filterChoices } from "./filter-choices";
import { deleteView, renameView, restoreView, saveView, setDefaultView, updateView } from "./saved-views";
import {
  defaultViewSchema,
  renameViewSchema,
  saveViewSchema,
  updateViewSchema,
  viewIdSchema,
} from "./saved-views-schema";

export const holdCases = accountAction("cases.hold", holdManySchema, holdEach);
export const releaseCases = accountAction("cases.hold", releaseManySchema, releaseEach);
export const changeDueDates = accountAction("cases.edit", dueManySchema, changeDueEach);
export const recordTicketsPrinted = action("cases.view", ticketsSchema, ticketsPrinted);
export const casesThatFit = accountAction("cases.view", matchingSchema, matchingCases);
export const caseFilterChoices = action("cases.view", z.strictObject({}), filterChoices);

export const saveCaseView = action("cases.view", saveViewSchema, saveView);
export const updateCaseView = action("cases.view", updateViewSchema, updateView);
export const renameCaseView = action("cases.view", renameViewSchema, renameView);
export const deleteCaseView = action("cases.view", viewIdSchema, deleteView);
export const restoreCaseView = action("cases.view", viewIdSchema, restoreView);
export const openCasesWith = action("cases.view", defaultViewSchema, setDefaultView);
