"use server";

import { action } from "@/lib/access/action";
import * as groups from "./edit-groups";
import * as lines from "./edit-lines";
import * as schema from "./schema";

export const addLine = action("templates.manage", schema.addLineSchema, lines.addLine);
export const changeLine = action("templates.manage", schema.changeLineSchema, lines.changeLine);
export const removeLine = action("templates.manage", schema.lineSchema, lines.removeLine);
export const restoreLine = action("templates.manage", schema.lineSchema, lines.restoreLine);
export const addGroup = action("templates.manage", schema.addGroupSchema, groups.addGroup);
export const changeGroup = action("templates.manage", schema.changeGroupSchema, groups.changeGroup);
export const removeGroup = action("templates.manage", schema.groupSchema, groups.removeGroup);
export const addMember = action("templates.manage", schema.addMemberSchema, groups.addMember);
export const removeMember = action("templates.manage", schema.memberSchema, groups.removeMember);
