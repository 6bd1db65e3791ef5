import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { lockPriceList } from "./lock-price-list";
import type { seenPriceListSchema } from "./schema";
import { refuseSecondDefault } from "./set-price-list";
import { agreedOn } from "./users-of-list";

type Seen = z.output<typeof seenPriceListSchema>;

/**
 * Puts a list away: it prices nothing from now on and can be brought back. The list that it went on from then holds on in its place.
 * Refuses with `not_found`, `stale`, and with `price_list_in_use` while a practice or dentist pays by it or another list goes on from it.
 */
export async function archivePriceList({ tx }: Context, { priceListId, version }: Seen): Promise<null> {
  await lockPriceList(tx, priceListId, version);
  const users = await agreedOn(tx, priceListId);
  const [first] = users;
  if (first) {
    const others = users.length > 1 ? ` and ${users.length - 1} more` : "";
    throw conflict(
      "price_list_in_use",
      `${first.dentist ?? first.practice}${others} pays by this list. Give them another first.`,
    );
  }
  const next = await tx.row<{ name: string }>(
    sql`SELECT name FROM price_lists WHERE follows_id = ${priceListId} LIMIT 1`,
  );
  if (next) throw conflict("price_list_in_use", `${next.name} goes on from this list. Archive that one first.`);
  await tx.execute(sql`
    UPDATE price_lists l SET valid_to = n.valid_to FROM price_lists n
    WHERE n.id = ${priceListId} AND l.id = n.follows_id AND l.valid_to = n.valid_from - 1`);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE price_lists SET deleted_at = now() WHERE id = ${priceListId}`);
  return null;
}

/**
 * Brings an archived list back as it was. Refuses with `not_found`, `stale`, and at `validFrom` when it was a default and another
 * default list begins on its day.
 */
export async function restorePriceList({ tx }: Context, { priceListId, version }: Seen): Promise<null> {
  await tx.includeDeleted();
  const list = await archivedList(tx, priceListId);
  if (list.version !== version) throw stale("price list");
  if (list.isDefault) await refuseSecondDefault(tx, priceListId, list.validFrom);
  await tx.execute(sql`UPDATE price_lists SET deleted_at = NULL WHERE id = ${priceListId}`);
  return null;
}

type Archived = { version: number; isDefault: boolean; validFrom: string };

async function archivedList(tx: Transaction, id: string): Promise<Archived> {
  const list = await tx.row<Archived>(sql`
    SELECT version, is_default AS "isDefault", valid_from AS "validFrom" FROM price_lists
    WHERE id = ${id} AND deleted_at IS NOT NULL FOR UPDATE`);
  if (!list) throw notFound("price list");
  return list;
}
