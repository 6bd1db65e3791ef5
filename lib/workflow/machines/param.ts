import { z } from "zod";

/** What the address of a list of machines' doings may say: of which machine. */
export const machineParam = z.object({ machine: z.uuid().nullable().catch(null) });
