import { z } from "zod";
import { RESTORABLE } from "./catalogue";

export const restoreSchema = z.strictObject({
  kind: z.string().refine((table) => Object.hasOwn(RESTORABLE, table), "There is no such kind in the trash."),
  id: z.uuid(),
  /** Also what it hangs on, where that was put away, too. */
  withParents: z.boolean().default(false),
});
export type RestoreInput = z.output<typeof restoreSchema>;
