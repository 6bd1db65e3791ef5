"use server";

import { action } from "@/lib/access/action";
import { makeShipment as make, unpackShipment as unpack } from "./make-shipment";
import { orderBest as best } from "./order-best";
import {
  changeRoute as change,
  orderStops as order,
  planRoute as plan,
  deleteRoute as remove,
  restoreRoute as restore,
} from "./plan-route";
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
export const changeRoute = action("routes.manage", changeRouteSchema, change);
export const deleteRoute = action("routes.manage", routeSchema, remove);
export const restoreRoute = action("routes.manage", routeSchema, restore);
export const putOnRoute = action("routes.manage", putOnRouteSchema, put);
export const putOnNewRoute = action("routes.manage", putOnNewRouteSchema, putOnNew);
export const takeOffRoute = action("routes.manage", takeOffRouteSchema, takeOff);
export const orderStops = action("routes.manage", orderStopsSchema, order);
export const orderStopsBest = action("routes.manage", routeSchema, best);
