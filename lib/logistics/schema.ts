import { z } from "zod";

const idempotencyKey = z.uuid();
const routeName = z.string().trim().max(80, "At most 80 characters.");
const day = z.iso.date("Choose a day.");
const driverId = z.union([z.literal(""), z.uuid()]).transform((id) => id || null);

export const makeShipmentSchema = z.strictObject({
  practiceId: z.uuid(),
  itemIds: z.array(z.uuid()).min(1, "Choose what to ship.").max(200, "At most 200 items in one shipment."),
  idempotencyKey,
});
export const shipmentSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1) });

const shipments = z.array(z.uuid()).min(1, "Choose a shipment.").max(100, "At most 100 shipments at once.");
export const putOnRouteSchema = z.strictObject({ shipmentIds: shipments, routeId: z.uuid("Choose a route.") });
export const takeOffRouteSchema = z.strictObject({ shipmentIds: shipments });

export const planRouteSchema = z.strictObject({ routeDate: day, driverId, name: routeName, idempotencyKey });
export const putOnNewRouteSchema = planRouteSchema.extend({ shipmentIds: shipments });
export const changeRouteSchema = z.strictObject({ id: z.uuid(), routeDate: day, driverId, name: routeName });
export const routeSchema = z.strictObject({ id: z.uuid() });
export const orderStopsSchema = z.strictObject({ routeId: z.uuid(), stopIds: z.array(z.uuid()).min(1).max(200) });
