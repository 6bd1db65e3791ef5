"use server";

import { action } from "@/lib/access/action";
import * as exceptions from "./exceptions";
import * as schema from "./schema";
import { setWeek } from "./set-week";

export const saveWeek = action("staff.manage", schema.weekSchema, setWeek);
export const setException = action("staff.manage", schema.exceptionSchema, exceptions.setException);
export const removeException = action("staff.manage", schema.exceptionIdSchema, exceptions.removeException);
export const restoreException = action("staff.manage", schema.exceptionIdSchema, exceptions.restoreException);
