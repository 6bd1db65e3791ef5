"use server";

import { accountAction, action } from "@/lib/access/action";
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
import { roadAside } from "./ways/asking-outside";

export const planDay = accountAction("routes.manage", planDaySchema, roadAside(plan));
export const lockRoute = action("routes.manage", planIdSchema, lockPlan);
export const unlockRoute = action("routes.manage", planIdSchema, unlockPlan);
export const setRouteTimes = accountAction("routes.manage", routeTimesSchema, roadAside(setTimes));
export const setServiceMinutes = accountAction("routes.manage", serviceMinutesSchema, roadAside(setMinutes));
export const moveStop = accountAction("routes.manage", moveStopSchema, roadAside(move));
export const takeStopOff = accountAction("routes.manage", stopOffSchema, roadAside(takeOff));
export const addOnRoad = accountAction("routes.manage", addOnRoadSchema, roadAside(addRoad));
