import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { carryOut } from "./carry-out";
import { heldOf } from "./held";

/** Patients whose erasure left something that the law kept, and whose law lets go of some of it now; at most 100. */
export async function patientsDue({ actor, tx }: Context): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT e.patient_id AS id FROM patient_erasures e
    WHERE e.kept_until < ${labToday(actor.lab.timeZone)}::date
      AND NOT EXISTS (SELECT FROM patient_erasures later WHERE later.patient_id = e.patient_id AND later.id > e.id)
    ORDER BY e.id LIMIT 100`);
  return rows.map(({ id }) => id);
}

/** Erases what the law kept of a patient and keeps no longer. Nothing when somebody did so already. */
export async function eraseDue(context: Context, patientId: string): Promise<void> {
  const { actor, tx } = context;
  const held = await heldOf(tx, patientId, labToday(actor.lab.timeZone), true);
  if (!(await patientsDue(context)).includes(patientId)) return;
  await carryOut(context, held, { ground: "kept_time_over", askedOn: null });
}
