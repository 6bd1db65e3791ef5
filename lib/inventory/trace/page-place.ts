import { z } from "zod";
import type { LotUse, Place } from "./uses";

/** Where a page of uses goes on, as the address says it: an instant and an id. Anything else is the start. */
export const pagePlace = z
  .string()
  .regex(/^\d{13}_[0-9a-f-]{36}$/)
  .transform((text): Place => {
    const [at, id] = text.split("_") as [string, string];
    return { at: new Date(Number(at)).toISOString(), id };
  })
  .optional()
  .catch(undefined);

/** The place after a use, for the address. */
export const placeText = ({ usedAt, id }: Pick<LotUse, "usedAt" | "id">): string => `${usedAt.getTime()}_${id}`;
