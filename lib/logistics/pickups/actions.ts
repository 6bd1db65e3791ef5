"use server";

import { action } from "@/lib/access/action";
import { askPickup as ask, askPickupFor as askFor } from "./ask-pickup";
import { askAgain as again, callOffPickup as callOff, changePickup as change } from "./change-pickup";
import { askPickupForSchema, askPickupSchema, changePickupSchema, pickupSchema, settleMissingSchema } from "./schema";
import { settleMissing as settle } from "./settle-missing";

export const askPickup = action("portal.submit", askPickupSchema, ask);
export const changeOwnPickup = action("portal.submit", changePickupSchema, change);
export const callOffOwnPickup = action("portal.submit", pickupSchema, callOff);
export const askOwnPickupAgain = action("portal.submit", pickupSchema, again);

export const askPickupFor = action("shipments.manage", askPickupForSchema, askFor);
export const changePickup = action("shipments.manage", changePickupSchema, change);
export const callOffPickup = action("shipments.manage", pickupSchema, callOff);
export const askPickupAgain = action("shipments.manage", pickupSchema, again);
export const settleMissing = action("shipments.manage", settleMissingSchema, settle);
