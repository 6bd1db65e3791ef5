"use server";

import { action } from "@/lib/access/action";
import { askExport } from "./ask-export";
import { removeExport } from "./expire";
import { askExportSchema, removeExportSchema } from "./schema";

export const askForExport = action("data.export", askExportSchema, askExport);
export const removeExportNow = action("data.export", removeExportSchema, removeExport);
