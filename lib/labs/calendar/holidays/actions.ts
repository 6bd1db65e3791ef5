"use server";

import { action } from "@/lib/access/action";
import * as proposing from "./propose-holidays";
import * as schema from "./schema";

export const proposeHolidays = action("templates.manage", schema.holidaysAskedSchema, proposing.proposeHolidays);
export const closeOnHolidays = action("templates.manage", schema.closeOnHolidaysSchema, proposing.closeOnHolidays);
