"use server";

import { action } from "@/lib/access/action";
import { practiceSearchSchema } from "@/lib/cases/schema";
import { findPractices } from "@/lib/cases/submission-queries";
import { archiveTemplate, changeTemplate, newTemplate, restoreTemplate } from "./save-template";
import { archiveTemplateSchema, changeTemplateSchema, newTemplateSchema, templateIdSchema } from "./schema";

export const addRouteTemplate = action("carriers.manage", newTemplateSchema, newTemplate);
export const changeRouteTemplate = action("carriers.manage", changeTemplateSchema, changeTemplate);
export const archiveRouteTemplate = action("carriers.manage", archiveTemplateSchema, archiveTemplate);
export const restoreRouteTemplate = action("carriers.manage", templateIdSchema, restoreTemplate);
export const findPracticesForTemplate = action("carriers.manage", practiceSearchSchema, findPractices);
