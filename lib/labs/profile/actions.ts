"use server";

import { action } from "@/lib/access/action";
import { labProfileSchema } from "./fields";
import { changeProfile as change } from "./lab-profile";

export const changeProfile = action("settings.manage", labProfileSchema, change);
