"use server";

import { accountAction } from "../action";
import { inviteUser as invite, resendInvitation as resend } from "./invite";
import { changeRole as changeTo, disableUser as disable, enableUser as enable } from "./membership";
import { endPracticeAccess as end, restorePracticeAccess as restore } from "./practice-access";
import { changeRoleSchema, inviteSchema, memberSchema, userSchema } from "./schema";

export const inviteUser = accountAction("users.manage", inviteSchema, invite);
export const resendInvitation = accountAction("users.manage", userSchema, resend);
export const changeRole = accountAction("users.manage", changeRoleSchema, changeTo);
export const disableUser = accountAction("users.manage", userSchema, disable);
export const enableUser = accountAction("users.manage", userSchema, enable);
export const endPracticeAccess = accountAction("users.manage", memberSchema, end);
export const restorePracticeAccess = accountAction("users.manage", memberSchema, restore);
