"use server";

import { action } from "@/lib/access/action";
import { askForRemake } from "./ask";
import { declineRemake } from "./decline";
import { makeRemake } from "./make";
import { askRemakeSchema, declineRemakeSchema, makeRemakeSchema } from "./schema";

export const askRemake = action("portal.submit", askRemakeSchema, askForRemake);
export const remakeCase = action("cases.remake", makeRemakeSchema, makeRemake);
export const refuseRemake = action("cases.remake", declineRemakeSchema, declineRemake);
