import { z } from "zod";

const shipmentId = z.uuid();
const idempotencyKey = z.uuid();
const day = z.iso.date("Choose a day.");

/** How a delivery that failed goes on: on a planned route, on a day whose route is yet to be planned, with a carrier, or collected at the lab. */
export const rescheduleSchema = z.discriminatedUnion("way", [
  z.strictObject({ way: z.literal("route"), shipmentId, routeId: z.uuid("Choose a route."), idempotencyKey }),
  z.strictObject({
    way: z.literal("day"),
    shipmentId,
    /** Empty: it waits for whichever route is next. */
    date: z.union([z.literal(""), day]).transform((text) => text || null),
    idempotencyKey,
  }),
  z.strictObject({ way: z.literal("carrier"), shipmentId, carrierId: z.uuid("Choose a carrier."), idempotencyKey }),
  z.strictObject({ way: z.literal("collected"), shipmentId, idempotencyKey }),
]);

export type RetryWay = z.output<typeof rescheduleSchema>["way"];
