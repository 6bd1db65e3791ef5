"use server";

import { action } from "@/lib/access/action";
import * as editing from "./edit";
import * as schema from "./schema";

export const addReason = action("templates.manage", schema.addReasonSchema, editing.addReason);
export const renameReason = action("templates.manage", schema.renameReasonSchema, editing.renameReason);
export const archiveReason = action("templates.manage", schema.reasonSchema, editing.archiveReason);
export const restoreReason = action("templates.manage", schema.reasonSchema, editing.restoreReason);
export const orderReasons = action("templates.manage", schema.orderReasonsSchema, editing.orderReasons);
