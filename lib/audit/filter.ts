import { z } from "zod";
import { dayParam, instantParam, wordsParam } from "@/lib/access/address-params";

export const AUDIT_ACTIONS = ["insert", "update", "delete"] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
export const AUDIT_ACTION_LABEL: Record<AuditAction, string> = {
  insert: "Added",
  update: "Changed",
  delete: "Deleted",
};

const key = z
  .string()
  .max(80)
  .transform((text) => text.split("|"))
  .pipe(z.tuple([instantParam, z.uuid()]))
  .nullable()
  .catch(null);

/** What the address of the audit log may carry; days are the lab's, both included. */
export const auditParams = z.object({
  /** The number, code or name of a record. */
  q: wordsParam(120).nullable().catch(null),
  person: z.uuid().nullable().catch(null),
  table: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .nullable()
    .catch(null),
  row: z.uuid().nullable().catch(null),
  action: z.enum(AUDIT_ACTIONS).nullable().catch(null),
  from: dayParam.nullable().catch(null),
  to: dayParam.nullable().catch(null),
  /** The entry a page goes on from, `<instant>|<id>`. */
  after: key,
  before: key,
});
export type AuditFilter = z.output<typeof auditParams>;
