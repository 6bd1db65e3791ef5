"use server";

import { openAction } from "@/lib/access/open-action";
import { apply as take } from "./apply";
import { answerQuestion as answer, confirmApplication as confirm, withdrawApplication as withdraw } from "./by-link";
import { answerSchema, applySchema, linkSchema } from "./schema";

export const apply = openAction(applySchema, take);
export const confirmApplication = openAction(linkSchema, confirm);
export const answerQuestion = openAction(answerSchema, answer);
export const withdrawApplication = openAction(linkSchema, withdraw);
