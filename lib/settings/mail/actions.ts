"use server";

import { action } from "@/lib/access/action";
import { changeMailWay as change, forgetSecret as forget } from "./change-mail-way";
import { forgetSecretSchema, mailWaySchema, testLetterSchema } from "./schema";
import { sendTestLetter as sendTest } from "./send-test-letter";

export const changeMailWay = action("settings.manage", mailWaySchema, change);
export const forgetSecret = action("settings.manage", forgetSecretSchema, forget);
export const sendTestLetter = action("settings.manage", testLetterSchema, sendTest);
