"use server";

import { action } from "@/lib/access/action";
import { changeNotices as change, noticesSchema } from "./change-notices";

export const changeNotices = action("settings.manage", noticesSchema, change);
