"use server";

import { action } from "@/lib/access/action";
import { changeCapacity } from "./change-capacity";
import { changeHours } from "./change-hours";
import { addClosingDay, removeClosingDay, restoreClosingDay } from "./closing-days";
import { capacitySchema, closingDayIdSchema, closingDaySchema, labHoursSchema } from "./schema";

export const setLabHours = action("templates.manage", labHoursSchema, changeHours);
export const closeLabOn = action("templates.manage", closingDaySchema, addClosingDay);
export const openLabOn = action("templates.manage", closingDayIdSchema, removeClosingDay);
export const closeLabAgain = action("templates.manage", closingDayIdSchema, restoreClosingDay);
export const setCapacity = action("templates.manage", capacitySchema, changeCapacity);
