"use server";

import { action } from "@/lib/access/action";
import { addOnRoad as addRoad } from "./add-on-road";
import { lockPlan, unlockPlan } from "./lock-plan";
import { moveStop as move } from "./move-stop";
import { planDay as plan } from "./plan-day";
import {
  addOnRoadSchema,
  moveStopSchema,
  planDaySchema,
  planIdSchema,
  routeTimesSchema,
  serviceMinutesSchema,
  stopOffSchema,
} from "./schema";
import { setServiceMinutes as setMinutes, setTimes } from "./set-times";
import { takeStopOff as takeOff } from "./take-stop-off";

export const planDay = action("routes.manage", planDaySchema, plan);
export const lockRoute = action("routes.manage", planIdSchema, lockPlan);
export const unlockRoute = action("routes.manage", planIdSchema, unlockPlan);
export const setRouteTimes = action("routes.manage", routeTimesSchema, setTimes);
export const setServiceMinutes = action("routes.manage", serviceMinutesSchema, setMinutes);
export const moveStop = action("routes.manage", moveStopSchema, move);
export const takeStopOff = action("routes.manage", stopOffSchema, takeOff);
export const addOnRoad = action("routes.manage", addOnRoadSchema, addRoad);
