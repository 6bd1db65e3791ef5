import { z } from "zod";
import { instantParam, wordsParam } from "@/lib/access/address-params";
import { RESTORABLE } from "./catalogue";

const key = z
  .string()
  .max(80)
  .transform((text) => text.split("|"))
  .pipe(z.tuple([instantParam, z.uuid()]))
  .nullable()
  .catch(null);

/** What the address of the trash may carry. `after` and `before` are the entry a page goes on from, `<instant>|<id>`. */
export const trashParams = z.object({
  kind: z
    .string()
    .refine((table) => Object.hasOwn(RESTORABLE, table))
    .nullable()
    .catch(null),
  q: wordsParam(100).catch(""),
  after: key,
  before: key,
});
export type TrashFilter = z.output<typeof trashParams>;
