import type { Context } from "@/lib/access/action";
import { joinSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import { PLACE_NAMES } from "./places";

export const EXPIRING_PAGE = 50;

/** A lot that expires. `daysLeft` is negative once it has; `value` is what is left of it in the lab's currency. */
export type ExpiringLot = {
  id: string;
  number: string;
  itemId: string;
  item: string;
  sku: string;
  unit: string;
  expiresOn: string;
  daysLeft: number;
  onHand: string;
  value: string;
  location: string | null;
};

/**
 * A page of at most 50 lots with something in them that expire within so many days of `today` (the lab's day) or have, the first to
 * expire first; `after` is `[day, id]` of the last one seen.
 */
export async function listExpiring(
  tx: Transaction,
  { today, days, after }: { today: string; days: number; after: [string, string] | null },
): Promise<{ lots: ExpiringLot[]; older: string | null }> {
  const where = [sql`l.on_hand > 0`, sql`l.expires_on <= ${today}::date + ${days}::int`, sql`l.deleted_at IS NULL`];
  if (after)
    where.push(
      sql`l.expires_on >= ${after[0]}::date AND (l.expires_on > ${after[0]}::date OR l.id > ${after[1]}::uuid)`,
    );
  const found = await tx.rows<ExpiringLot>(sql`
    SELECT l.id, l.number, i.id AS "itemId", i.name AS item, i.sku, i.unit, l.expires_on AS "expiresOn", l.expires_on - ${today}::date AS "daysLeft",
      trim_scale(l.on_hand)::text AS "onHand", round(l.on_hand * coalesce(l.unit_cost, 0), 2)::text AS value, ${PLACE_NAMES} AS location
    FROM lots l JOIN inventory_items i ON i.lab_id = l.lab_id AND i.id = l.inventory_item_id
    WHERE ${joinSql(where, " AND ")} ORDER BY l.expires_on, l.id LIMIT ${EXPIRING_PAGE + 1}`);
  const lots = found.slice(0, EXPIRING_PAGE);
  const last = lots.at(-1);
  return { lots, older: found.length > EXPIRING_PAGE && last ? `${last.expiresOn}|${last.id}` : null };
}

/** So many days before a lot expires it is told of; and on the day itself. */
const TOLD_DAYS = [30, 7, 0];

/**
 * The job of a lab's morning: tells those who may manage stock which lots expire in 30 days, in 7 days and today, in one notice a day.
 * `today` is the lab's day, for tests; a second run of a day tells nobody twice.
 */
export async function tellOfExpiring({ actor, tx }: Context, today = labToday(actor.lab.timeZone)): Promise<void> {
  const lots = await tx.rows<{ item: string; number: string; expiresOn: string }>(sql`
    SELECT i.name AS item, l.number, l.expires_on AS "expiresOn" FROM lots l JOIN inventory_items i ON i.lab_id = l.lab_id AND i.id = l.inventory_item_id
    WHERE l.on_hand > 0 AND l.deleted_at IS NULL AND l.expires_on <= ${today}::date + ${Math.max(...TOLD_DAYS)}::int
      AND l.expires_on - ${today}::date = ANY(${TOLD_DAYS}::int[]) ORDER BY l.expires_on, i.name LIMIT 21`);
  if (lots.length === 0) return;
  const shown = lots.slice(0, 4).map(({ item, number, expiresOn }) => `${item}, lot ${number}, on ${expiresOn}`);
  const others = lots.length > 4 ? [`and ${lots.length > 20 ? "more than 16" : lots.length - 4} more`] : [];
  await notify(
    tx,
    { permission: "inventory.manage" },
    {
      key: `expiring:${today}`,
      type: "alert",
      title: lots.length === 1 ? "A lot expires" : `${lots.length > 20 ? "More than 20" : lots.length} lots expire`,
      body: [...shown, ...others].join("; "),
      href: "/inventory/expiring",
    },
  );
}
