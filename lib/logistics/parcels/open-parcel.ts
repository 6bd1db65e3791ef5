import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { findScanned } from "@/lib/workflow/scan";
import { readScan } from "@/lib/workflow/scan-code";
import type { openParcelSchema } from "./schema";

/** What a code led to: a shipment, or a case that waits to be packed for its practice. */
export type Opened = { shipmentId: string } | { practiceId: string; caseId: string };

/**
 * The shipment behind a scanned or typed code: a parcel's, a carrier's tracking number, a shipment's number, or a case's or its pan's; a
 * case that is in none answers where it is packed. Refuses with `not_found`, saying what was read.
 */
export async function openParcel(context: Context, { code }: z.output<typeof openParcelSchema>): Promise<Opened> {
  const { tx } = context;
  const bare = code.replace(/\s+/g, "");
  const direct = await tx.row<{ id: string }>(sql`
    SELECT s.id FROM shipments s WHERE s.number = upper(${code}) OR s.id IN (
      SELECT shipment_id FROM parcels WHERE code = upper(${code}) OR tracking_number IN (${bare}, ${bare.toUpperCase()}))
    ORDER BY s.created_at DESC LIMIT 1`);
  if (direct) return { shipmentId: direct.id };
  if (/^S-\d{4}-\d+/i.test(code)) throw new Refusal("not_found", `There is no shipment or parcel ${code}.`);
  const found = await findScanned(context, { code }).catch((thrown: unknown) => {
    if (thrown instanceof Refusal && "pan" in readScan(code))
      throw new Refusal("not_found", `No parcel, shipment, case or pan in use has the code “${code}”.`);
    throw thrown;
  });
  const shipped = await tx.row<{ id: string }>(sql`
    SELECT s.id FROM shipments s WHERE s.status <> 'cancelled' AND s.id IN (
      SELECT si.shipment_id FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id WHERE i.case_id = ${found.id})
    ORDER BY s.created_at DESC LIMIT 1`);
  const waits = await tx.row<{ practiceId: string }>(sql`
    SELECT c.practice_id AS "practiceId" FROM cases c WHERE c.id = ${found.id} AND EXISTS (
      SELECT FROM case_items i WHERE i.case_id = c.id AND (i.status = 'finished' OR i.status = 'try_in' AND EXISTS (
        SELECT FROM try_ins t WHERE t.item_id = i.id AND t.ended_at IS NULL AND t.arrived_at IS NULL AND t.shipment_id IS NULL)))`);
  if (waits) return { practiceId: waits.practiceId, caseId: found.id };
  if (shipped) return { shipmentId: shipped.id };
  throw new Refusal("not_found", `${found.number} is not packed, and nothing of it is finished yet.`);
}
