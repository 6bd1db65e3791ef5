"use server";

import { action } from "@/lib/access/action";
import * as saving from "./save-profile";
import * as schema from "./schema";

export const saveProfile = action("staff.manage", schema.profileSchema, saving.saveProfile);
export const saveOwnContact = action("rota.view", schema.contactSchema, saving.saveOwnContact);
