import { conflict, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type LockedPractice = { id: string; name: string; version: number; archived: boolean };

/**
 * Loads a practice for a change and keeps others from it until the transaction ends. Refuses with `not_found`, and with `stale` when
 * `seenVersion` is not the row's. Archived practices are found only after `tx.includeDeleted()`.
 */
export async function lockPractice(tx: Transaction, id: string, seenVersion?: number): Promise<LockedPractice> {
  const found = await tx.row<LockedPractice>(sql`
    SELECT id, name, version, deleted_at IS NOT NULL AS archived FROM practices WHERE id = ${id} FOR UPDATE`);
  if (!found) throw notFound("practice");
  if (seenVersion !== undefined && found.version !== seenVersion) throw stale("practice");
  return found;
}

/**
 * Makes those who add practices to the acting lab queue up until the transaction ends, so that codes and duplicates are
 * decided one after the other.
 */
export async function lockPracticeCodes(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('practice codes ' || app_lab_id()::text, 0))`);
}

/**
 * The first number of the codes "P-0001" … that the acting lab has not used, also by archived practices, which keep theirs. From here
 * on the transaction sees deleted rows, so read first. The caller holds `lockPracticeCodes`.
 */
export async function nextCodeNumber(tx: Transaction): Promise<number> {
  await tx.includeDeleted();
  const row = await tx.row<{ next: number }>(sql`
    SELECT coalesce(max(substr(code, 3)::int), 0) + 1 AS next FROM practices WHERE code ~ '^P-[0-9]{1,8}$'`);
  return row?.next ?? 1;
}

/** A code by its number, e.g. "P-0042". */
export const codeOf = (number: number) => `P-${String(number).padStart(4, "0")}`;

/** Refuses with `price_list_missing` when the price list is not one of the acting lab's. */
export async function checkPriceList(tx: Transaction, priceListId: string | null): Promise<void> {
  if (!priceListId) return;
  const found = await tx.row(sql`SELECT 1 FROM price_lists WHERE id = ${priceListId}`);
  if (!found) throw conflict("price_list_missing", "This price list no longer exists. Choose another.");
}
