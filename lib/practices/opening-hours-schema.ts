import { z } from "zod";
import { CLOCK, faultOf, WEEKDAYS, type Weekday } from "./opening-hours";

const clock = z.string().max(5).regex(CLOCK, "Write the time as HH:MM.");
const daySchema = z
  .array(z.tuple([clock, clock]))
  .max(4)
  .superRefine((spans, context) => {
    const fault = faultOf(spans);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

/** Opening hours as they are kept (jsonb `practices.opening_hours`): `{"monday": [["08:30", "17:30"]], …}`. */
export const openingHoursSchema = z.strictObject(
  Object.fromEntries(WEEKDAYS.map((day) => [day, daySchema.optional()])) as Record<
    Weekday,
    z.ZodOptional<typeof daySchema>
  >,
);
