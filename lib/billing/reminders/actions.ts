"use server";

import { action } from "@/lib/access/action";
import { reminderLevelsSchema } from "./levels";
import { endPause as end, pauseReminders as pause } from "./pause";
import { keepReminderLevels } from "./reminder-rules";
import { endPauseSchema, pauseSchema, sendRemindersSchema } from "./schema";
import { sendReminders as send } from "./send-reminders";

export const sendReminders = action("statements.send", sendRemindersSchema, send);
export const pauseReminders = action("statements.send", pauseSchema, pause);
export const endPause = action("statements.send", endPauseSchema, end);
export const changeReminderLevels = action("billing.manage", reminderLevelsSchema, keepReminderLevels);
