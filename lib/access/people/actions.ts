"use server";

import { z } from "zod";
import { accountAction } from "../action";
import {
  changeRights as change,
  endPerson as end,
  invitePerson as invite,
  inviteToPractice as inviteTo,
  restorePerson as restore,
  startHere as start,
} from "./change-people";
import { changeRightsSchema, invitePersonSchema, inviteToPracticeSchema, personSchema } from "./schema";

export const invitePerson = accountAction("portal.people", invitePersonSchema, invite);
export const changeRights = accountAction("portal.people", changeRightsSchema, change);
export const endPerson = accountAction("portal.people", personSchema, end);
export const restorePerson = accountAction("portal.people", personSchema, restore);
export const startHere = accountAction("portal.view", z.strictObject({}), start);
export const inviteToPractice = accountAction("practices.manage", inviteToPracticeSchema, inviteTo);
export const changeRightsAtPractice = accountAction("practices.manage", changeRightsSchema, change);
export const endPersonAtPractice = accountAction("practices.manage", personSchema, end);
export const restorePersonAtPractice = accountAction("practices.manage", personSchema, restore);
