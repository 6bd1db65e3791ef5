import { DateTime } from "luxon";
import { z } from "zod";
import { dayParam } from "@/lib/access/address-params";
import type { Period } from "./account";

/** The period of an account as the address writes it; what cannot be read counts as not given. */
const accountParams = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .catch(null),
  from: dayParam.nullable().catch(null),
  to: dayParam.nullable().catch(null),
});

/**
 * The period that an address asks for: the three months up to `today` (the lab's, `YYYY-MM-DD`) unless it says otherwise, never past today,
 * in the first of `currencies` unless it names another of them.
 */
export function periodOf(address: unknown, currencies: readonly string[], today: string): Period {
  const asked = accountParams.parse(address ?? {});
  const to = asked.to && asked.to < today ? asked.to : today;
  const usual = DateTime.fromISO(to).minus({ months: 3 }).startOf("month").toISODate() as string;
  const from = asked.from && asked.from <= to ? asked.from : usual;
  const currency = currencies.find((one) => one === asked.currency) ?? (currencies[0] as string);
  return { currency, from, to };
}
