import { invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

/** The values of the domain `delivery_method`, with what a person reads. */
export const METHODS = ["driver", "carrier", "collected"] as const;
export type Method = (typeof METHODS)[number];
export const METHOD_LABEL: Record<Method, string> = {
  driver: "The lab's driver",
  carrier: "Parcel service",
  collected: "Collected at the lab",
};

/** How something goes to a practice, as a person asks for it; a carrier only counts with the method `carrier`. */
export type Way = { method: Method; carrierId: string | null };
export type Going = { method: Method; carrierId: string | null };

/**
 * The way of a shipment to a practice: as asked for, else as the practice usually has it (by driver when its carrier is no longer
 * there). Refuses at `carrierId` a method `carrier` without one that the lab works with, and with `not_found` for a foreign practice.
 */
export async function howItGoes(tx: Transaction, practiceId: string, asked?: Way): Promise<Going> {
  if (asked) return checkedWay(tx, asked);
  const usual = await tx.row<Going>(sql`
    SELECT CASE WHEN p.delivery_method = 'carrier' AND c.id IS NULL THEN 'driver' ELSE p.delivery_method END AS method,
      CASE WHEN p.delivery_method = 'carrier' THEN c.id END AS "carrierId"
    FROM practices p LEFT JOIN carriers c ON c.id = p.carrier_id AND c.deleted_at IS NULL WHERE p.id = ${practiceId}`);
  if (!usual) throw notFound("practice");
  return usual;
}

/** A way as it may be kept. Refuses at `carrierId` as `howItGoes` does. */
export async function checkedWay(tx: Transaction, { method, carrierId }: Way): Promise<Going> {
  if (method !== "carrier") return { method, carrierId: null };
  const known = carrierId && (await tx.row(sql`SELECT 1 FROM carriers WHERE id = ${carrierId} AND deleted_at IS NULL`));
  if (!known) throw invalid("carrierId", "Choose the parcel service.");
  return { method, carrierId };
}
