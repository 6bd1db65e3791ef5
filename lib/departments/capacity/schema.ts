import { z } from "zod";

/** What the address of the capacity says: whose chart. */
export const capacityParams = z.object({ department: z.uuid().nullable().catch(null) });
/** What the address of a department's load says: on which day of the lab. */
export const loadParams = z.object({ day: z.iso.date().nullable().catch(null) });
