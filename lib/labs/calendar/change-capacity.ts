import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { capacitySchema } from "./schema";

/** Sets how many units a department can do in a day; null for without bound. Refuses with `not_found`. */
export async function changeCapacity(
  { tx }: Context,
  { id, units }: z.output<typeof capacitySchema>,
): Promise<{ units: number | null }> {
  const changed = await tx.execute(
    sql`UPDATE departments SET daily_capacity_units = ${units}::int WHERE id = ${id} AND deleted_at IS NULL`,
  );
  if (changed === 0) throw notFound("department");
  return { units };
}
