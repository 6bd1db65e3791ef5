"use server";

import { action } from "@/lib/access/action";
import { changeWay as another, setPracticeWay as usual } from "./change-way";
import {
  addCarrier as add,
  archiveCarrier as archive,
  changeCarrier as change,
  restoreCarrier as restore,
} from "./edit-carriers";
import {
  takeBackFromCarrier as back,
  handToCollector as collected,
  confirmCarrierDelivery as confirm,
  failCarrierDelivery as fail,
} from "./end-of-the-way";
import { changeTracking as correct, handToCarrier as hand } from "./hand-to-carrier";
import {
  addCarrierSchema,
  carrierDeliveredSchema,
  carrierFailedSchema,
  carrierSchema,
  changeCarrierSchema,
  changeWaySchema,
  collectedSchema,
  handToCarrierSchema,
  practiceWaySchema,
  seenShipmentSchema,
} from "./schema";

export const addCarrier = action("carriers.manage", addCarrierSchema, add);
export const changeCarrier = action("carriers.manage", changeCarrierSchema, change);
export const archiveCarrier = action("carriers.manage", carrierSchema, archive);
export const restoreCarrier = action("carriers.manage", carrierSchema, restore);
export const setPracticeWay = action("practices.manage", practiceWaySchema, usual);

export const changeWay = action("shipments.manage", changeWaySchema, another);
export const handToCarrier = action("shipments.manage", handToCarrierSchema, hand);
export const changeTracking = action("shipments.manage", handToCarrierSchema, correct);
export const confirmCarrierDelivery = action("shipments.manage", carrierDeliveredSchema, confirm);
export const failCarrierDelivery = action("shipments.manage", carrierFailedSchema, fail);
export const takeBackFromCarrier = action("shipments.manage", seenShipmentSchema, back);
export const handToCollector = action("shipments.manage", collectedSchema, collected);
