import { z } from "zod";

/** What the address of the capacity says: whose chart. */
export const capacityParams = z.object({ department: z.uuid().nullable().catch(null) });
const day = z.iso.date().nullable().catch(null);
/** What the address of the capacity supposes: a machine (`m.<id>`) that is down or a person (`p.<profile id>`) who is away, from day to day. */
export const supposedParams = z.object({
  what: z
    .string()
    .regex(/^[mp]\.[0-9a-f-]{36}$/)
    .transform((text) => ({
      kind: text.startsWith("m.") ? ("machine" as const) : ("person" as const),
      id: text.slice(2),
    }))
    .refine(({ id }) => z.uuid().safeParse(id).success)
    .nullable()
    .catch(null),
  from: day,
  to: day,
});
/** What the address of a department's load says: on which day of the lab. */
export const loadParams = z.object({ day: z.iso.date().nullable().catch(null) });
