import type { Context } from "@/lib/access/action";
import { notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { SeenSupplier, SupplierInput } from "./schema";

/** Adds a supplier or changes one. The rating is the mean of what was rated. Refuses `not_found`, `stale` and `supplier_exists`. */
export async function saveSupplier({ tx }: Context, input: SupplierInput): Promise<{ supplierId: string }> {
  const { supplierId, version, name, contactName, email, phone, website, address, leadTimeDays, notes, ratings } =
    input;
  const { quality, delivery, price, service } = ratings;
  if (!supplierId) {
    const made = await tx.row<{ id: string }>(sql`
      INSERT INTO suppliers (name, contact_name, email, phone, website, address, lead_time_days, notes, rating_quality, rating_delivery, rating_price, rating_service)
      VALUES (${name}, ${contactName}, ${email}, ${phone}, ${website}, ${address}, ${leadTimeDays}, ${notes}, ${quality}, ${delivery}, ${price}, ${service})
      RETURNING id`);
    return { supplierId: made?.id as string };
  }
  await lockSupplier({ tx }, { supplierId, version: version ?? 0 });
  await tx.execute(sql`
    UPDATE suppliers SET name = ${name}, contact_name = ${contactName}, email = ${email}, phone = ${phone}, website = ${website}, address = ${address},
      lead_time_days = ${leadTimeDays}, notes = ${notes}, rating_quality = ${quality}, rating_delivery = ${delivery}, rating_price = ${price},
      rating_service = ${service} WHERE id = ${supplierId}`);
  return { supplierId };
}

async function lockSupplier({ tx }: Pick<Context, "tx">, { supplierId, version }: SeenSupplier): Promise<void> {
  const found = await tx.row<{ version: number }>(
    sql`SELECT version FROM suppliers WHERE id = ${supplierId} FOR UPDATE`,
  );
  if (!found) throw notFound("supplier");
  if (found.version !== version) throw stale("supplier");
}

/** Puts a supplier away: no longer offered, its prices count for nothing. What came from it keeps its name. Refuses `not_found` and `stale`. */
export async function archiveSupplier({ tx }: Context, seen: SeenSupplier): Promise<null> {
  await lockSupplier({ tx }, seen);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE suppliers SET deleted_at = now() WHERE id = ${seen.supplierId}`);
  return null;
}

/** Brings an archived supplier back. Refuses `not_found` and `supplier_exists`. */
export async function restoreSupplier({ tx }: Context, { supplierId }: SeenSupplier): Promise<null> {
  await tx.includeDeleted();
  const found = await tx.execute(
    sql`UPDATE suppliers SET deleted_at = NULL WHERE id = ${supplierId} AND deleted_at IS NOT NULL`,
  );
  if (!found) throw notFound("supplier");
  return null;
}
