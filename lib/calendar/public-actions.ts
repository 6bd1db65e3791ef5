"use server";

import { openAction } from "@/lib/access/open-action";
import { answerInvitation as answer } from "./by-link";
import { invitationSchema } from "./schema";

export const answerInvitation = openAction(invitationSchema, answer);
