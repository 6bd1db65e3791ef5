import { z } from "zod";

const region = z
  .string()
  .regex(/^[A-Za-z0-9.-]{1,30}$/, "Choose a part of the country.")
  .nullable();

/** Which part of the country is asked about: null for none, left out for that chosen last. */
export const holidaysAskedSchema = z.strictObject({ region: region.optional() });
/** The public holidays (`YYYY-MM-DD`) on which the lab is to be shut. */
export const closeOnHolidaysSchema = z.strictObject({
  region,
  days: z.array(z.iso.date()).min(1, "Choose at least one day.").max(100),
});
