import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";

let seenLab = false;

/** Whether there is no lab yet. Labs are never taken away, so that once there is one nobody asks the database again. */
export async function installationIsEmpty(): Promise<boolean> {
  if (seenLab) return false;
  const found = await asAuth((tx) => tx.row<{ any: boolean }>(sql`SELECT EXISTS (SELECT FROM labs) AS any`));
  seenLab = found?.any ?? false;
  return !seenLab;
}
