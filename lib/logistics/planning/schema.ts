import { z } from "zod";

const clock = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write the time as HH:MM.");

export const planDaySchema = z.strictObject({ day: z.iso.date("Choose a day.") });
export const planIdSchema = z.strictObject({ routeId: z.uuid() });

export const routeTimesSchema = z
  .strictObject({ routeId: z.uuid(), departsAt: clock, shiftEndsAt: clock })
  .refine(({ departsAt, shiftEndsAt }) => departsAt < shiftEndsAt, {
    path: ["shiftEndsAt"],
    message: "The shift ends after it begins.",
  });
export const serviceMinutesSchema = z.strictObject({
  stopId: z.uuid(),
  minutes: z.int("A whole number of minutes.").min(0, "From 0 to 240 minutes.").max(240, "From 0 to 240 minutes."),
});
export const moveStopSchema = z.strictObject({
  stopId: z.uuid(),
  toRouteId: z.uuid("Choose a route."),
  /** Where among the stops of that route, from 1; at the end when it is left out. */
  position: z.int().min(1).max(200).optional(),
});
export const stopOffSchema = z.strictObject({ stopId: z.uuid(), version: z.int().min(1) });
export const addOnRoadSchema = z.strictObject({
  routeId: z.uuid("Choose a route."),
  shipmentIds: z.array(z.uuid()).min(1, "Choose a pick-up.").max(20, "At most 20 pick-ups at once."),
});
