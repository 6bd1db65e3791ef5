"use server";

import { accountAction, action } from "@/lib/access/action";
import { makeShipment as make, unpackShipment as unpack } from "./make-shipment";
import { orderBest as best } from "./order-best";
import {
  changeRoute as change,
  orderStops as order,
  planRoute as plan,
  deleteRoute as remove,
  restoreRoute as restore,
} from "./plan-route";
import { roadAside } from "./planning/ways/asking-outside";
import { putOnRoute as put, putOnNewRoute as putOnNew, takeOffRoute as takeOff } from "./put-on-route";
import {
  changeRouteSchema,
  makeShipmentSchema,
  orderStopsSchema,
  planRouteSchema,
  putOnNewRouteSchema,
  putOnRouteSchema,
  routeSchema,
  shipmentSchema,
  takeOffRouteSchema,
} from "./schema";

export const makeShipment = action("shipments.manage", makeShipmentSchema, make);
export const unpackShipment = action("shipments.manage", shipmentSchema, unpack);
export const planRoute = action("routes.manage", planRouteSchema, plan);
export const changeRoute = accountAction("routes.manage", changeRouteSchema, roadAside(change));
export const deleteRoute = action("routes.manage", routeSchema, remove);
export const restoreRoute = action("routes.manage", routeSchema, restore);
export const putOnRoute = accountAction("routes.manage", putOnRouteSchema, roadAside(put));
export const putOnNewRoute = action("routes.manage", putOnNewRouteSchema, putOnNew);
export const takeOffRoute = accountAction("routes.manage", takeOffRouteSchema, roadAside(takeOff));
export const orderStops = accountAction("routes.manage", orderStopsSchema, roadAside(order));
export const orderStopsBest = accountAction("routes.manage", routeSchema, roadAside(best));
