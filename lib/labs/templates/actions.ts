"use server";

import { action } from "@/lib/access/action";
import {
  addTemplate as add,
  archiveTemplate as archive,
  changeTemplate as change,
  restoreTemplate as restore,
} from "./change-template";
import { addTemplateSchema, archiveTemplateSchema, changeTemplateSchema } from "./schema";

export const addTemplate = action("templates.manage", addTemplateSchema, add);
export const changeTemplate = action("templates.manage", changeTemplateSchema, change);
export const archiveTemplate = action("templates.manage", archiveTemplateSchema, archive);
export const restoreTemplate = action("templates.manage", archiveTemplateSchema, restore);
