"use server";

import { action } from "../action";
import { inviteUser as invite, resendInvitation as resend } from "./invite";
import { changeRole as changeTo, disableUser as disable, enableUser as enable } from "./membership";
import { changeRoleSchema, inviteSchema, userSchema } from "./schema";

export const inviteUser = action("users.manage", inviteSchema, invite);
export const resendInvitation = action("users.manage", userSchema, resend);
export const changeRole = action("users.manage", changeRoleSchema, changeTo);
export const disableUser = action("users.manage", userSchema, disable);
export const enableUser = action("users.manage", userSchema, enable);
