"use server";

import { z } from "zod";
import { accountAction, action } from "@/lib/access/action";
import { matchingCases, writeEach } from "./bulk";
import { matchingSchema, writeManySchema } from "./bulk-schema";
import { filterChoices } from "./filter-choices";
import { deleteView, renameView, restoreView, saveView, setDefaultView, updateView } from "./saved-views";
import {
  defaultViewSchema,
  renameViewSchema,
  saveViewSchema,
  updateViewSchema,
  viewIdSchema,
} from "./saved-views-schema";

export const writeToLabAboutCases = accountAction("portal.submit", writeManySchema, writeEach);
export const ownCasesThatFit = accountAction("portal.view", matchingSchema, matchingCases);
export const ownFilterChoices = action("portal.view", z.strictObject({}), filterChoices);

export const saveOwnView = action("portal.view", saveViewSchema, saveView);
export const updateOwnView = action("portal.view", updateViewSchema, updateView);
export const renameOwnView = action("portal.view", renameViewSchema, renameView);
export const deleteOwnView = action("portal.view", viewIdSchema, deleteView);
export const restoreOwnView = action("portal.view", viewIdSchema, restoreView);
export const openOwnCasesWith = action("portal.view", defaultViewSchema, setDefaultView);
