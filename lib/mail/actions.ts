"use server";

import { action } from "@/lib/access/action";
import { sendAgainSchema } from "./schema";
import { sendAgain as send } from "./send-again";

export const sendAgain = action("settings.manage", sendAgainSchema, send);
