"use server";

import { action } from "@/lib/access/action";
import { replaceRules, setDemand } from "./edit-rules";
import { replaceRulesSchema, setDemandSchema, setPreferencesSchema } from "./schema";
import { setPreferences } from "./standing-preferences";

export const setParticularDemand = action("templates.manage", setDemandSchema, setDemand);
export const replaceParticularRules = action("templates.manage", replaceRulesSchema, replaceRules);
export const setOwnPreferences = action("portal.submit", setPreferencesSchema, setPreferences);
export const setDentistPreferences = action("cases.submit", setPreferencesSchema, setPreferences);
