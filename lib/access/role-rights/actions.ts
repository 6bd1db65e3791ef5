"use server";

import { action } from "../action";
import {
  bringRoleBack as bringBack,
  makeRole as make,
  renameRole as rename,
  takeRoleAway as takeAway,
} from "./make-role";
import { makeRoleSchema, renameRoleSchema, roleSchema, setRightSchema } from "./schema";
import { resetRights as reset, setRight as set } from "./set-right";

export const setRight = action("roles.manage", setRightSchema, set);
export const resetRights = action("roles.manage", roleSchema, reset);
export const makeRole = action("roles.manage", makeRoleSchema, make);
export const renameRole = action("roles.manage", renameRoleSchema, rename);
export const takeRoleAway = action("roles.manage", roleSchema, takeAway);
export const bringRoleBack = action("roles.manage", roleSchema, bringBack);
