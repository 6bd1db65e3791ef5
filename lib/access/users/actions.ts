"use server";

import { accountAction } from "../action";
import { invitationLink as linkFor } from "./invitation-link";
import { inviteUser as invite, resendInvitation as resend } from "./invite";
import { changeRole as changeTo, disableUser as disable, enableUser as enable } from "./membership";
import { endUserSession as endSessionOf } from "./person";
import { changeRoleSchema, endUserSessionSchema, inviteSchema, userSchema } from "./schema";

export const inviteUser = accountAction("users.manage", inviteSchema, invite);
export const resendInvitation = accountAction("users.manage", userSchema, resend);
export const invitationLink = accountAction("users.manage", userSchema, linkFor);
export const changeRole = accountAction("users.manage", changeRoleSchema, changeTo);
export const endUserSession = accountAction("users.manage", endUserSessionSchema, endSessionOf);
export const disableUser = accountAction("users.manage", userSchema, disable);
export const enableUser = accountAction("users.manage", userSchema, enable);
