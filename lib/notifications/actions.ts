"use server";

import { action } from "@/lib/access/action";
import { savePreferences as save } from "./preferences";
import { newestNotifications } from "./queries";
import { markAllRead as allRead, markRead as read } from "./read";
import { markReadSchema, nothingSchema, preferencesSchema } from "./schema";

export const markRead = action("account.manage", markReadSchema, read);
export const markAllRead = action("account.manage", nothingSchema, allRead);
export const openBell = action("account.manage", nothingSchema, newestNotifications);
export const savePreferences = action("account.manage", preferencesSchema, save);
